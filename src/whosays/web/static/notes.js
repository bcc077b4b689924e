// Notes beside the text: pointing at a number shows the words that it stands for, and the other way round.

const pane = document.querySelector(".footnotes");
const numbers = [...document.querySelectorAll(".notes a")];

function light(hash, follow) {
  for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
  const note = hash && document.querySelector(hash);
  if (!note) return;
  note.classList.add("lit");
  for (const number of numbers) if (number.hash === hash) number.classList.add("lit");
  if (follow && pane.scrollHeight > pane.clientHeight) pane.scrollTop = note.offsetTop - pane.offsetTop - pane.clientHeight / 3;
}

for (const number of numbers) {
  number.addEventListener("pointerenter", () => light(number.hash, true));
  number.addEventListener("focus", () => light(number.hash, true));
}
for (const note of pane?.querySelectorAll("li") ?? []) {
  note.addEventListener("pointerenter", () => light(`#${note.id}`, false));
}
