// Uploads chosen pictures at once, each with its progress, and moves or removes them in place.
// Without this file the chosen pictures go along with the form.

const SIDE = 240;

async function draw(file, canvas) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  } catch {
    canvas.remove();
  }
}

function placeholder(file, input) {
  const row = document.createElement("li");
  row.className = "hand-in-picture hand-in-busy";
  const canvas = document.createElement("canvas");
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  words.textContent = `${input.dataset.busy}: ${file.name}`;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", words.textContent);
  row.append(canvas, words, bar);
  draw(file, canvas);
  return { row, words, bar };
}

function fieldsOf(form, file) {
  const data = new FormData();
  data.append("photos", file);
  for (const name of ["csrfmiddlewaretoken", "unit"]) data.append(name, form.elements[name].value);
  return data;
}

function offerAgain(shown, file, input, queue) {
  shown.bar.remove();
  shown.words.setAttribute("role", "alert");
  shown.words.textContent = `${input.dataset.failed} ${file.name}`;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button--quiet";
  again.textContent = input.dataset.again;
  again.addEventListener("click", () => {
    shown.row.remove();
    queue([file]);
  });
  shown.row.append(again);
}

function send(file, shown, input) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", input.dataset.upload);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) shown.bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 200 || request.status === 422) resolve(request.responseText);
      else reject(new Error(String(request.status)));
    });
    request.addEventListener("error", () => reject(new Error("network")));
    request.send(fieldsOf(input.form, file));
  });
}

function prepare(input) {
  const list = input.form.querySelector("[data-pictures]");
  const queue = (files) => {
    for (const file of files) {
      const shown = placeholder(file, input);
      list.append(shown.row);
      send(file, shown, input)
        .then((html) => shown.row.replaceWith(document.createRange().createContextualFragment(html)))
        .catch(() => offerAgain(shown, file, input, queue));
    }
  };
  input.form.querySelectorAll("[data-without-script]").forEach((button) => button.remove());
  input.addEventListener("change", () => {
    queue([...input.files]);
    input.value = "";
  });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-picture]");
    if (button.dataset.move === "up") row.previousElementSibling?.before(row);
    if (button.dataset.move === "down") row.nextElementSibling?.after(row);
    if (button.dataset.move === "remove") row.remove();
    else button.focus();
  });
}

document.querySelectorAll("[data-upload]").forEach(prepare);
