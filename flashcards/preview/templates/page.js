"use strict";

const CHUNK = 25; // Cards that are drawn at a time.
const AHEAD = "1500px 0px"; // How far from the screen cards are drawn.
const KINDS_OF_CHANGE = ["new", "reworded", "returned", "moved", "rephrased", "reset"];

const byId = name => document.getElementById(name);
const data = JSON.parse(byId("data").textContent);
const cards = data.groups.flatMap(group => group.cards);

// Text as HTML.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = text => String(text).replace(/[&<>"]/g, sign => SIGNS[sign]);

// ---- A card, as its note type's template draws it -----------------------------------------------

const TOKEN = /\{\{#([^{}]+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(?:(\w+):)?([^{}#/]+)\}\}/g;

function filled(template, fields) {
  return template.replace(TOKEN, (all, section, inside, filter, name) => {
    if (section) return fields[section] ? filled(inside, fields) : "";
    const html = fields[name] || "";
    return filter === "hint" ? `<details><summary>${name}</summary><div>${html}</div></details>` : html;
  });
}

function side(card, back) {
  const template = data.templates[card.kind][+back];
  if (!card.faces) return filled(template, card.fields);
  return card.faces.map(face => filled(template, { ...card.fields, Text: face[+back] })).join("");
}

function draw(card, faces) {
  faces.innerHTML = side(card, turned(card));
  for (const picture of faces.querySelectorAll("[data-picture]"))
    picture.src = data.pictures[picture.dataset.picture];
  const question = faces.querySelector(".fc-question");
  if (question) question.id = `question-${card.at}`;
}

// Whoever has no mouse scrolls a wide part with the arrow keys.
function reach(element) {
  for (const part of element.querySelectorAll(".fc-question, .fc-answer, .fc-extra, pre, table"))
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
}

// ---- What stands beside it ------------------------------------------------------------------------

function link(card) {
  const place = `${card.path}:${card.line}`;
  if (!data.editor) return `<span class="place">${escaped(place)}</span>`;
  const path = `${data.root}/${card.path.split("/").map(encodeURIComponent).join("/")}`;
  const values = { path, line: card.line, column: card.column };
  const address = data.editor.replace(/\{(path|line|column)\}/g, (all, name) => values[name]);
  return `<a class="place" href="${escaped(address)}" title="Open in the editor">${escaped(place)}</a>`;
}

function about(card) {
  const marks = marksOf(card).map(mark => `<span class="mark ${mark}">${escaped(told(card, mark))}</span>`);
  const flaws = (card.flaws || []).map(flaw => `<p class="flaw">${escaped(flaw)}</p>`);
  const by = [card.rule, card.id].filter(Boolean).map(escaped).join(" · ");
  const tags = (card.tags || []).map(escaped).join(" ");
  return `<button class="flip" type="button" id="flip-${card.at}" aria-controls="faces-${card.at}"
      aria-labelledby="flip-${card.at} question-${card.at}"></button>
    ${marks.length ? `<p class="marks">${marks.join("")}</p>` : ""}${flaws.join("")}
    <p class="bullet" dir="auto">${escaped(card.bullet || "")}</p>
    <p>${link(card)}</p>
    <p class="quiet">${by}</p><p class="quiet">${tags}</p>`;
}

const told = (card, mark) => mark === "curated" ? card.curated : mark;

function entry(card) {
  return `<article class="entry" data-at="${card.at}" aria-labelledby="question-${card.at}">
    <div class="faces" id="faces-${card.at}" aria-live="polite"></div>
    <div class="about">${about(card)}</div></article>`;
}

// ---- Which cards are shown ------------------------------------------------------------------------

const wanted = { words: [], rule: "", tag: "", marks: new Set() };

function marksOf(card) {
  const found = [];
  if (card.flaws) found.push("flagged");
  if (card.curated) found.push("curated");
  if (KINDS_OF_CHANGE.includes(card.change)) found.push(card.change);
  return found;
}

function textOf(card) {
  if (card.text === undefined) {
    const html = [...Object.values(card.fields), ...(card.faces || []).map(face => face[1])].join(" ");
    const text = html.replace(/<[^<>]*>/g, "").replace(/&(lt|gt|amp|quot);/g, (all, name) =>
      ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name]);
    const beside = [card.bullet, `${card.path}:${card.line}`, card.id, card.rule, ...(card.tags || [])];
    card.text = `${text} ${beside.join(" ")}`.toLowerCase();
  }
  return card.text;
}

function isWanted(card) {
  if (wanted.rule && card.rule !== wanted.rule) return false;
  if (wanted.tag && !(card.tags || []).some(tag => tag === wanted.tag || tag.startsWith(`${wanted.tag}::`)))
    return false;
  const { marks } = wanted;
  if (marks.has("flagged") && !card.flaws) return false;
  if (marks.has("curated") && !card.curated) return false;
  // A card has one change, so that two of them widen the choice.
  if (KINDS_OF_CHANGE.some(kind => marks.has(kind)) && !marks.has(card.change)) return false;
  return !wanted.words.length || wanted.words.every(word => textOf(card).includes(word));
}

// ---- The list: headings at once, cards as one comes near -----------------------------------------

let shown = [];
let chunks = [];
let filling = 0;
const watch = new IntersectionObserver(
  seen => seen.forEach(one => one.isIntersecting && fill(one.target.chunk)),
  { rootMargin: AHEAD });

function fill(chunk) {
  if (chunk.isFilled) return;
  chunk.isFilled = true;
  watch.unobserve(chunk.element);
  chunk.element.innerHTML = chunk.cards.map(entry).join("");
  chunk.element.style.minHeight = "";
  for (const card of chunk.cards) {
    draw(card, byId(`faces-${card.at}`));
    name(card);
  }
}

function list() {
  watch.disconnect();
  shown = [];
  chunks = [];
  const root = document.createDocumentFragment();
  const contents = [];
  let above = [];
  for (const [at, group] of data.groups.entries()) {
    const found = group.cards.filter(isWanted);
    if (!found.length) continue;
    const names = [group.title, ...group.headings];
    const same = group.path === above.path ? names.findIndex((name, at) => name !== above[at]) : 0;
    names.forEach((name, depth) => {
      if (depth < same || (same < 0 && depth < names.length - 1)) return;
      const id = `group-${at}-${depth}`;
      const heading = document.createElement(`h${Math.min(depth + 2, 6)}`);
      heading.id = id;
      heading.dir = "auto";
      heading.textContent = name;
      root.append(heading);
      contents.push({ id, name, depth, count: 0 });
    });
    contents.at(-1).count += found.length;
    above = Object.assign(names, { path: group.path });
    for (let from = 0; from < found.length; from += CHUNK) root.append(chunk(found.slice(from, from + CHUNK)));
  }
  byId("list").replaceChildren(root);
  let drawn = 0; // The first ones at once: nobody likes to see an empty page.
  for (const one of chunks) {
    if (drawn < CHUNK) fill(one);
    else watch.observe(one.element);
    drawn += one.cards.length;
  }
  byId("contents").innerHTML = contents.map(one =>
    `<li class="${one.depth === 0 ? "top" : one.depth > 1 ? "deep" : ""}"><a href="#${one.id}">
     <span dir="auto">${escaped(one.name)}</span><span class="count">${one.count || ""}</span></a></li>`).join("");
  cancelIdleCallback(filling);
  filling = requestIdleCallback(fillOn);
}

function chunk(some) {
  const element = document.createElement("div");
  element.style.minHeight = `${some.length * 14}rem`;
  element.chunk = { element, cards: some, isFilled: false };
  for (const card of some) {
    card.chunk = element.chunk;
    card.place = shown.push(card) - 1;
  }
  chunks.push(element.chunk);
  return element;
}

// The rest is drawn when there is nothing else to do, so that the browser's own search finds it.
function fillOn(deadline) {
  do {  // one each time at least: where frames leave little idle time, it would never end
    const next = chunks.find(one => !one.isFilled);
    if (!next) return;
    fill(next);
  } while (deadline.timeRemaining() > 8);
  filling = requestIdleCallback(fillOn);
}

function refresh() {
  list();
  const all = cards.length, some = shown.length;
  const count = number => `${number.toLocaleString("en")} card${number === 1 ? "" : "s"}`;
  byId("status").textContent = some === all ? count(all) : `${some.toLocaleString("en")} of ${count(all)}`;
  const active = [wanted.rule, wanted.tag, ...wanted.marks].filter(Boolean);
  byId("filtering").textContent = active.length ? `(${active.length})` : "";
  byId("reset").hidden = !active.length && !wanted.words.length;
}

// ---- Turning --------------------------------------------------------------------------------------

let allTurned = false;
const exceptions = new Set();
const turned = card => allTurned !== exceptions.has(card);

function turn(card) {
  if (!exceptions.delete(card)) exceptions.add(card);
  draw(card, byId(`faces-${card.at}`));
  name(card);
  reach(byId(`faces-${card.at}`));
}

function name(card) {
  const button = byId(`flip-${card.at}`);
  button.textContent = turned(card) ? "Hide answer" : "Show answer";
  button.setAttribute("aria-expanded", turned(card));
}

function turnAll() {
  allTurned = !allTurned;
  exceptions.clear();
  byId("all").setAttribute("aria-pressed", allTurned);
  for (const one of chunks.filter(one => one.isFilled))
    for (const card of one.cards) {
      draw(card, byId(`faces-${card.at}`));
      name(card);
    }
  for (const entry of byId("list").querySelectorAll(".entry"))
    if (entry.checkVisibility({ contentVisibilityAuto: true })) reach(entry);
}

// ---- Moving ---------------------------------------------------------------------------------------

function current() {
  const entry = document.activeElement.closest(".entry");
  return entry ? cards[entry.dataset.at] : null;
}

function onScreen() {
  const top = byId("cards").getBoundingClientRect();
  const below = document.querySelector("header").getBoundingClientRect().bottom;
  for (let y = Math.max(below, 0) + 5; y < innerHeight; y += 40) {
    const entry = document.elementFromPoint(top.left + top.width / 2, y)?.closest(".entry");
    if (entry) return cards[entry.dataset.at];
  }
  return shown[0];
}

function go(step) {
  const from = current();
  const card = from ? shown[from.place + step] : onScreen();
  if (!card) return;
  fill(card.chunk);
  const button = byId(`flip-${card.at}`);
  button.focus({ preventScroll: true });
  button.closest(".entry").scrollIntoView({ block: "nearest", behavior: "instant" });
}

// ---- Night ----------------------------------------------------------------------------------------

const dark = matchMedia("(prefers-color-scheme: dark)");

// Some browsers refuse to keep anything for a page that is a file.
const kept = {
  get(key) { try { return localStorage.getItem(`flashcards-${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`flashcards-${key}`, value); } catch { /* not kept */ } },
};

function shade() {
  const choice = kept.get("night");
  night(choice ? choice === "yes" : dark.matches);
}

function night(on) {
  document.body.classList.toggle("nightMode", on);
  byId("night").setAttribute("aria-pressed", on);
}

function toggleNight() {
  const on = !document.body.classList.contains("nightMode");
  kept.set("night", on ? "yes" : "no");
  night(on);
}

// ---- Events ---------------------------------------------------------------------------------------

byId("list").addEventListener("click", event => {
  const card = cards[event.target.closest(".entry")?.dataset.at];
  if (!card) return;
  const isButton = event.target.closest(".flip");
  const isFace = event.target.closest(".faces") && !event.target.closest("a, summary");
  if (isButton || (isFace && !String(getSelection()))) turn(card);
});

byId("list").addEventListener("contentvisibilityautostatechange", event => {
  if (!event.skipped) reach(event.target);
});

function search(text) {
  wanted.words = text.toLowerCase().split(/\s+/).filter(Boolean);
  refresh();
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  e: () => current() && byId(`flip-${current().at}`).closest(".entry").querySelector("a.place")?.click(),
  a: turnAll,
  n: toggleNight,
  "/": () => byId("search").focus(),
  "?": () => byId("keys").showModal(),
};

document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, select, textarea, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !byId("letters").checked) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

byId("search").addEventListener("input", event => search(event.target.value));
byId("rule").addEventListener("change", event => { wanted.rule = event.target.value; refresh(); });
byId("tag").addEventListener("change", event => { wanted.tag = event.target.value; refresh(); });
byId("marks").addEventListener("click", event => {
  const { mark } = event.target.dataset;
  if (!mark) return;
  if (!wanted.marks.delete(mark)) wanted.marks.add(mark);
  event.target.setAttribute("aria-pressed", wanted.marks.has(mark));
  refresh();
});
byId("reset").addEventListener("click", () => {
  Object.assign(wanted, { words: [], rule: "", tag: "" });
  wanted.marks.clear();
  for (const name of ["search", "rule", "tag"]) byId(name).value = "";
  for (const button of byId("marks").children) button.setAttribute("aria-pressed", "false");
  refresh();
  byId("search").focus();
});
byId("all").addEventListener("click", turnAll);
byId("night").addEventListener("click", toggleNight);
byId("help").addEventListener("click", () => byId("keys").showModal());
byId("letters").addEventListener("change", event => kept.set("letters", event.target.checked ? "yes" : "no"));
dark.addEventListener("change", shade);
// What scrolls to a card leaves room for what stands above it.
new ResizeObserver(([seen]) => document.documentElement.style.setProperty("--head", `${seen.target.offsetHeight}px`))
  .observe(document.querySelector("header"));
addEventListener("beforeprint", () => chunks.forEach(fill));

// ---- The page -------------------------------------------------------------------------------------

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort(([one], [other]) => one < other ? -1 : 1);
}

function* levels(tags) {
  const found = new Set();
  for (const tag of tags || [])
    tag.split("::").forEach((name, at, names) => found.add(names.slice(0, at + 1).join("::")));
  yield* found;
}

const options = (counts) => counts.map(([value, count]) =>
  `<option value="${escaped(value)}">${escaped(value)} (${count})</option>`).join("");

cards.forEach((card, at) => { card.at = at; });
byId("rule").insertAdjacentHTML("beforeend", options(counted(cards.map(card => card.rule).filter(Boolean))));
byId("tag").insertAdjacentHTML("beforeend", options(counted(cards.flatMap(card => [...levels(card.tags)]))));
const counts = new Map(counted(cards.flatMap(marksOf)));
const always = ["flagged", "curated", "new", "reworded"];
byId("marks").innerHTML = [...new Set([...always, ...KINDS_OF_CHANGE.filter(kind => counts.has(kind))])]
  .map(mark => `<button type="button" data-mark="${mark}" aria-pressed="false"
    ${counts.has(mark) ? "" : "disabled"}>${mark} ${counts.get(mark) || 0}</button>`).join("");
byId("letters").checked = kept.get("letters") !== "no";
byId("filters").open = matchMedia("(min-width: 48.01rem)").matches;
byId("outline").open = matchMedia("(min-width: 75rem)").matches;
shade();
refresh();
