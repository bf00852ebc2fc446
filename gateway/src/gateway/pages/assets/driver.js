// A driver's day: shows the stops of the link, and sends what is reported of them until we have answered.
//
// The link's token stands behind the # of the address, which browsers send to nobody, and goes into bodies alone.

import { spokenTime, stopCard } from "./driver-stop.js";

const LOOK_EVERY = 180_000; // milliseconds, while the page is looked at
const AGAIN_AFTER = 5_000; // until what got no answer is tried again
const PATIENCE = 15_000; // for an answer
const FORGET_AFTER = 3 * 24 * 3_600_000; // when every link of a day is over
const UNSENT = "totetaxi.driver.unsent"; // this phone's own storage: what is reported outlives a closed page
const ENDED = "driver_link_not_found";
const NO_LINK = "Please open this page by the link that the office sent you.";

const token = location.hash.slice(1);
const list = document.getElementById("stops");
const standing = document.getElementById("standing");
const oldest = new Date(Date.now() - FORGET_AFTER).toISOString().slice(0, 10);
const unsent = JSON.parse(localStorage.getItem(UNSENT) ?? "[]").filter((each) => each.day >= oldest);
const faults = new Map(); // by task: why its last report was refused
const drawn = new Map(); // by task: what its card was made of, and the card
let day = null;
let seenAt = null;
let isStale = true;
let isAway = false;
let isBusy = false;
let end = "";
let timer = 0;

class Away extends Error {} // no answer: it may have come or not, and is sent again
class Refused extends Error {
  constructor({ code, detail }) {
    super(detail);
    this.code = code;
  }
}

async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  const options = { method: "POST", cache: "no-store", credentials: "omit", headers, body: JSON.stringify({ token, ...body }) };
  let answer, said;
  try {
    answer = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    said = await answer.json();
  } catch {
    throw new Away();
  }
  if (answer.status === 429 || answer.status >= 500) throw new Away();
  if (!answer.ok) throw new Refused(said);
  return said;
}

function show(fresh) {
  day = fresh;
  seenAt = Date.now();
  isStale = false;
}

function keep() {
  localStorage.setItem(UNSENT, JSON.stringify(unsent));
}

// Of this link's day: what belongs to another waits for that one's link.
function pending() {
  return day ? unsent.filter((each) => each.day === day.day) : [];
}

// The oldest report. The same again changes nothing, so it may be sent as often as it takes; a refusal is told, and ends it.
async function sendFirst() {
  const [first] = pending();
  const { task_id: task, day: _, ...report } = first;
  try {
    show(await post(`/api/driver/tasks/${task}/`, report));
    faults.delete(task);
  } catch (error) {
    if (!(error instanceof Refused) || error.code === ENDED) throw error;
    faults.set(task, error.message);
    isStale = true;
  }
  unsent.splice(unsent.indexOf(first), 1);
  keep();
}

async function catchUp() {
  if (isBusy || end) return;
  isBusy = true;
  clearTimeout(timer);
  try {
    if (!day) show(await post("/api/driver/day/", {}));
    while (pending().length) await sendFirst();
    if (isStale) show(await post("/api/driver/day/", {}));
    isAway = false;
  } catch (error) {
    if (error instanceof Refused) end = error.message;
    else if (error instanceof Away) isAway = true;
    else throw error;
  } finally {
    isBusy = false;
    draw();
  }
  if (!isAway && !end && (pending().length || isStale)) return catchUp(); // reported or asked meanwhile
  if (!end) timer = setTimeout(again, isAway ? AGAIN_AFTER : LOOK_EVERY);
}

function again() {
  isStale ||= document.visibilityState === "visible";
  catchUp();
}

function report(stop, status, reason) {
  faults.delete(stop.task_id);
  unsent.push({ task_id: stop.task_id, day: day.day, status, reason, expected_version: stop.version });
  keep();
  draw();
  catchUp();
}

function standingWords() {
  const { length } = end ? unsent : pending();
  const count = length === 1 ? "1 report is" : `${length} reports are`;
  const kept = `${count} kept on this phone`;
  if (end) return length ? `${end} ${kept} until you open it.` : end;
  const away = navigator.onLine ? "We can’t be reached just now." : "You are offline.";
  if (isAway && length) return `${away} ${kept} until there is a connection.`;
  if (isAway) return `${away} ${day ? "You can go on reporting." : "Your stops are shown as soon as there is a connection."}`;
  if (length) return "Sending…";
  return seenAt ? `Up to date at ${spokenTime(seenAt)}` : "One moment…";
}

function card(stop, index, isNext) {
  const waiting = unsent.find((each) => each.task_id === stop.task_id);
  const fault = faults.get(stop.task_id) ?? "";
  const madeOf = JSON.stringify([stop, index, isNext, waiting, fault]);
  const old = drawn.get(stop.task_id);
  if (old?.madeOf === madeOf) return old.element;
  const members = { isNext, waiting, fault, report: (status, reason) => report(stop, status, reason) };
  const element = stopCard(stop, index + 1, members);
  element.dataset.task = stop.task_id;
  drawn.set(stop.task_id, { madeOf, element });
  return element;
}

// Only what has changed is put anew, so that nobody who is typing elsewhere loses the place.
function put(cards) {
  const had = document.activeElement?.closest("[data-task]")?.dataset.task;
  for (const old of [...list.children]) if (!cards.includes(old)) old.remove();
  cards.forEach((each, index) => {
    if (list.children[index] !== each) list.insertBefore(each, list.children[index] ?? null);
  });
  const isLost = had && !list.contains(document.activeElement);
  if (isLost) list.querySelector(`[data-task="${had}"] :is(button, summary)`)?.focus({ preventScroll: true });
}

function line(className, textContent) {
  return Object.assign(document.createElement("li"), { className, textContent });
}

// What is told of stops that are not on the list, or of a list without any.
function lines(stops) {
  const gone = [...faults].filter(([task]) => !stops.some((stop) => stop.task_id === task));
  const told = gone.map(([, fault]) => line("fault", fault));
  return stops.length ? told : [...told, line("small", "You have no stops on this day. New ones come here by themselves.")];
}

function draw() {
  const words = standingWords();
  if (standing.textContent !== words) standing.textContent = words;
  standing.classList.toggle("on", !isAway && !end && !pending().length);
  standing.classList.toggle("away", isAway || Boolean(end));
  const stops = end || !day ? [] : day.stops;
  if (day && !end) {
    const written = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" };
    document.getElementById("driver").textContent = day.driver_name;
    document.getElementById("day").textContent = new Date(day.day).toLocaleDateString("en-US", written);
  }
  const next = stops.findIndex((stop) => stop.next_statuses.length);
  const cards = stops.map((stop, index) => card(stop, index, index === next));
  put(day && !end ? [...lines(stops), ...cards] : cards);
}

addEventListener("hashchange", () => location.reload());
addEventListener("online", again);
addEventListener("offline", () => {
  isAway = true;
  isStale = true;
  draw();
  catchUp(); // which finds nobody, and then tries again and again
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") again();
});

if (token.length < 16) end = NO_LINK;
draw();
catchUp();
