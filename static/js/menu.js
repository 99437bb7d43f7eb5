// Folds the main navigation behind its button on narrow screens.
// Without this file the navigation is simply open.

function fold(menu, button, isFolded) {
  menu.dataset.folded = String(isFolded);
  button.setAttribute("aria-expanded", String(!isFolded));
}

function prepare(menu) {
  const button = menu.querySelector("[data-menu-toggle]");
  if (!button) return;
  button.hidden = false;
  fold(menu, button, true);
  button.addEventListener("click", () => {
    fold(menu, button, button.getAttribute("aria-expanded") === "true");
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.dataset.folded === "true") return;
    fold(menu, button, true);
    button.focus();
  });
}

document.querySelectorAll("[data-menu]").forEach(prepare);
