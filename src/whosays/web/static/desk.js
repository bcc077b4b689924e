// What every page does beyond links and forms: the theme, the help, and single keys (which can be turned off).

const THEMES = ["system", "light", "dark"];
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* kept for this page only */ } };
const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

// -- theme --------------------------------------------------------------------------------------
const next = document.querySelector("[data-theme-next]");
const theme = () => document.documentElement.dataset.theme ?? "system";
function showTheme() {
  document.querySelector("[data-theme-name]").textContent = theme();
  document.dispatchEvent(new CustomEvent("themechange"));
}
next?.addEventListener("click", () => {
  const chosen = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  keep("theme", chosen);
  showTheme();
});
showTheme();

// -- help ---------------------------------------------------------------------------------------
const help = document.querySelector(".help");
const keysOn = document.querySelector("[data-keys-on]");
document.querySelector("[data-help-open]")?.addEventListener("click", () => help.showModal());
keysOn.checked = kept("keys") !== "off";
keysOn.addEventListener("change", () => keep("keys", keysOn.checked ? "on" : "off"));

// -- single keys ----------------------------------------------------------------------------------
const items = () => [...document.querySelectorAll("[data-item]")];
const focusOf = (item) => (item.tabIndex >= 0 || item.hasAttribute("tabindex") ? item : item.querySelector("a, button"));

function step(by) {
  const all = items();
  if (!all.length) return;
  const at = all.findIndex((item) => item.contains(document.activeElement));
  const to = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  focusOf(to)?.focus();
  to.scrollIntoView({ block: "nearest" });
}

function press(key) {
  // In the review a key presses the button of the question that has the focus, else of the first one.
  const here = document.activeElement?.closest("[data-item]") ?? document.querySelector(".question");
  const button = [here, document].map((place) => place?.querySelector(`button[data-key="${CSS.escape(key)}"]`)).find(Boolean);
  if (!button) return false;
  button.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (writing || event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked || help.open) return;
  if (event.key === "?") help.showModal();
  else if (event.key === "/") document.getElementById("find").focus();
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (!document.body.hasAttribute("data-review") || !press(event.key)) return;
  event.preventDefault();
});

// In the review, the first question has the focus, so that the keys work at once.
if (document.body.hasAttribute("data-review")) document.querySelector(".question")?.focus({ preventScroll: true });
