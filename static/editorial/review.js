// The review page, made smoother: forms open in place, a button works once, the preview has its full height.

function open(id) {
  const part = document.getElementById(id);
  if (!part) return false;
  part.open = true;
  part.scrollIntoView({ block: "start" });
  part.querySelector("input:not([type=hidden]), textarea, select")?.focus({ preventScroll: true });
  return true;
}

for (const link of document.querySelectorAll("[data-opens]")) {
  link.addEventListener("click", (event) => {
    if (open(link.dataset.opens)) event.preventDefault();
  });
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
}

// A page taken from the browser's memory after "back" must work again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});

// What the person was sent to: the first mistake, or the part the address names. Again once the preview has grown.
function settle() {
  const failed = document.querySelector(".review-act[open] .board-error");
  if (failed) failed.closest(".board-field").scrollIntoView({ block: "center" });
  else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "start" });
}

function fit(frame) {
  const inside = frame.contentDocument;
  if (!inside?.body) return;
  // The item itself; header and footer of the site are seen in a window of its own.
  for (const part of inside.querySelectorAll("body > :not(main), main > :not(article)")) part.remove();
  for (const link of inside.querySelectorAll("a[href]")) link.target = "_blank";
  const grow = () => {
    frame.style.blockSize = `${inside.documentElement.scrollHeight}px`;
  };
  grow();
  settle();
  new ResizeObserver(grow).observe(inside.body);
}

for (const frame of document.querySelectorAll("[data-preview]")) {
  if (frame.contentDocument?.readyState === "complete") fit(frame);
  frame.addEventListener("load", () => fit(frame));
}

document.getElementById("why")?.focus({ preventScroll: true });
settle();
