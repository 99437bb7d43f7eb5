// Keeps what is typed on this phone until it is saved, so that a broken connection loses nothing.
// Pictures are stored by the portal as soon as they are chosen; only words are kept here.

const WAIT = 400;
const WORDS = "input:not([type=hidden]):not([type=file]):not([type=radio]):not([type=checkbox]), textarea";

function wordsOf(form) {
  const words = {};
  form.querySelectorAll(WORDS).forEach((field) => {
    if (field.name && field.value) words[field.name] = field.value;
  });
  return words;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keep(key, words) {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), words }));
  } catch {
    // A full or forbidden store: the draft on the portal is still there.
  }
}

function isSame(kept, form) {
  const now = wordsOf(form);
  return Object.entries(kept).every(([name, value]) => now[name] === value);
}

function takeOver(form, words) {
  for (const [name, value] of Object.entries(words)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = value;
  }
}

function offer(form, key, kept) {
  const note = form.querySelector("[data-kept-note]");
  const since = new Date(kept.at);
  note.querySelector("[data-kept-since]").textContent = since.toLocaleString(document.documentElement.lang);
  note.hidden = false;
  const close = () => {
    note.hidden = true;
    form.elements.title.focus();
  };
  note.querySelector("[data-kept-take]").addEventListener("click", () => {
    takeOver(form, kept.words);
    close();
  });
  note.querySelector("[data-kept-drop]").addEventListener("click", () => {
    localStorage.removeItem(key);
    close();
  });
}

function watch(form, key) {
  let timer = 0;
  const wasLoaded = JSON.stringify(wordsOf(form));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(key, wordsOf(form)), WAIT);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (JSON.stringify(wordsOf(form)) !== wasLoaded) keep(key, wordsOf(form));
    if (navigator.onLine) return;
    event.preventDefault();
    alert(form.dataset.offline);
  });
}

function prepare(form) {
  const key = form.dataset.draft;
  const kept = read(key);
  if (kept && isSame(kept.words, form)) localStorage.removeItem(key);
  else if (kept) offer(form, key, kept);
  watch(form, key);
}

function forget(mark) {
  const { begun, done, title } = mark.dataset;
  if (read(begun)?.words?.title?.trim() === title) localStorage.removeItem(begun);
  if (done) localStorage.removeItem(done);
}

document.querySelectorAll("[data-begun]").forEach(forget);
document.querySelectorAll("[data-draft]").forEach(prepare);
