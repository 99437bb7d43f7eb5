// Says how many characters are left while a notice is typed.

for (const field of document.querySelectorAll("[data-count-limit]")) {
  const limit = Number(field.dataset.countLimit);
  const told = document.querySelector("[data-count-told]");
  if (!told) continue;
  const tell = () => {
    const left = limit - [...field.value].length;
    told.textContent = told.dataset.countTold.replace("0", String(left));
    told.classList.toggle("error-message", left < 0);
  };
  field.addEventListener("input", tell);
  tell();
}
