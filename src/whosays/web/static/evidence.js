// A report and its record: pointing at words lights up the records that rest on them, and the other way round.

const words = [...document.querySelectorAll(".text .w")];
const cards = [...document.querySelectorAll("[data-record]")];
const idsOf = (element) => (element.dataset.r ?? element.dataset.record ?? "").split(" ");

const byRecord = new Map();
for (const element of [...words, ...cards]) {
  for (const id of idsOf(element)) {
    if (!byRecord.has(id)) byRecord.set(id, []);
    byRecord.get(id).push(element);
  }
}

function light(ids) {
  for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
  for (const id of ids) for (const element of byRecord.get(id) ?? []) element.classList.add("lit");
}

// A click scrolls, and what then comes to lie under the pointer must not put the light somewhere else.
let quietUntil = 0;
const isQuiet = () => performance.now() < quietUntil;

// Of the records under the pointer only the deeds and statements light up, unless there is none: then the name does.
function pointed(element) {
  const ids = idsOf(element);
  const told = ids.filter((id) => document.getElementById(`r-${id}`));
  return told.length ? told : ids;
}

for (const element of words) {
  element.addEventListener("pointerenter", () => isQuiet() || light(pointed(element)));
  element.addEventListener("focus", () => light(pointed(element)));
  element.addEventListener("click", () => {
    const to = element.dataset.to;
    if (!to || element.tagName === "A") return;
    document.getElementById(`r-${to}`)?.scrollIntoView({ block: "center" });
    light([to]);
    quietUntil = performance.now() + 600;
  });
}
for (const card of cards) {
  const show = () => {
    if (isQuiet()) return;
    light(idsOf(card));
    const first = words.find((word) => word.classList.contains("lit"));
    const text = document.querySelector(".text");
    if (first && text.scrollHeight > text.clientHeight) {
      const at = first.offsetTop - text.offsetTop;
      if (at < text.scrollTop || at > text.scrollTop + text.clientHeight - 60) text.scrollTop = at - text.clientHeight / 3;
    }
  };
  card.addEventListener("pointerenter", show);
  card.addEventListener("focusin", show);
}
document.querySelector(".reading").addEventListener("pointerleave", () => isQuiet() || light([]));
if (new URLSearchParams(location.search).has("at")) document.getElementById("asked")?.scrollIntoView({ block: "center" });
