// The contents of a text: open on a wide screen, and showing where the reader is (aria-current).
// Without this file they are folded and every entry leads to its heading all the same.

const WIDE = "(min-width: 60rem)";
const AT_THE_TOP = "0px 0px -85% 0px"; // a heading counts while it stands in the upper part of the window

function entriesOf(contents) {
  const links = [...contents.querySelectorAll("a[href^='#']")];
  const pairs = links.map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]);
  return new Map(pairs.filter(([heading]) => heading));
}

function show(link, contents) {
  contents.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  link.setAttribute("aria-current", "location");
  const room = contents.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < room.top || place.bottom > room.bottom) contents.scrollTop += place.top - room.top - room.height / 2;
}

function follow(contents) {
  const entries = entriesOf(contents);
  const headings = [...entries.keys()];
  const passed = () => headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight * 0.15);
  const watcher = new IntersectionObserver(() => {
    const last = passed().at(-1) ?? headings[0];
    if (last) show(entries.get(last), contents);
  }, { rootMargin: AT_THE_TOP });
  headings.forEach((heading) => watcher.observe(heading));
}

document.querySelectorAll("[data-contents]").forEach((contents) => {
  contents.open = matchMedia(WIDE).matches;
  if ("IntersectionObserver" in window) follow(contents);
});
