// Keeps a booking's page as it is now: hears live that something happened, and swaps in what the page itself shows by then.
"use strict";

const SILENCE = 45_000; // milliseconds; a comment comes every 15 seconds, so after three of them the connection is dead
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

const LIVE = "This page keeps itself up to date.";
const AWAY = "Not live just now; we keep trying.";
const ENDED = "This page no longer updates by itself. Please load it again.";

const page = document.querySelector("main");
const { number, email } = page.dataset;
const isStill = matchMedia("(prefers-reduced-motion: reduce)");

class Ended extends Error {} // it is not to be seen any more by whoever looks: trying again would not help
class Busy extends Error {
  constructor(seconds) {
    super("too many at once");
    this.milliseconds = Number(seconds) * 1000 || 0;
  }
}

function tell(words) {
  const place = document.getElementById("live");
  if (place.textContent !== words) place.textContent = words;
  place.classList.toggle("on", words === LIVE);
  place.hidden = !words;
}

async function ask(path, options) {
  const answer = await fetch(path, { cache: "no-store", ...options });
  if ([401, 403, 404].includes(answer.status)) throw new Ended();
  if (answer.status === 429) throw new Busy(answer.headers.get("Retry-After"));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

// The same element in what takes the place of what held it.
function twin(part, element) {
  const name = (each) => each.id || each.form?.getAttribute("action") || each.getAttribute("href");
  return [...part.querySelectorAll(element.tagName)].find((each) => name(each) === name(element));
}

function replace(old, part) {
  const focused = old.contains(document.activeElement) ? twin(part, document.activeElement) : null;
  old.replaceWith(document.adoptNode(part));
  focused?.focus({ preventScroll: true });
  if (!isStill.matches) part.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: 500, easing: "ease-out" });
}

// What a screen reader says once it can: the headline, or what else is new about the way.
function newsOf(changed) {
  const texts = (found) => [...found].map((each) => each.textContent.trim());
  if (changed.headline) return texts(changed.headline.children).join(" ");
  return texts(changed.legs?.querySelectorAll("dt, .lines li:last-child span:first-child") ?? []).join(". ");
}

async function look(signal) {
  const posted = email ? { method: "POST", body: new URLSearchParams({ email }) } : {};
  const answer = await ask(location.pathname, { ...posted, signal });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!fresh?.dataset.number) throw new Ended();
  const changed = {};
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const name = part.dataset.part;
    const old = page.querySelector(`[data-part="${name}"]`);
    if (old.isEqualNode(part)) continue;
    replace(old, part);
    changed[name] = part;
  }
  page.dataset.after = fresh.dataset.after;
  const news = newsOf(changed);
  if (news) document.getElementById("news").textContent = news;
}

// Each read, unless nothing at all comes for too long.
async function* chunks(body, hangUp) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const silence = setTimeout(hangUp, SILENCE);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    yield value;
  }
}

// Until the stream ends; answers whether all is told.
async function follow(signal, isBack) {
  const line = new AbortController();
  const either = AbortSignal.any([signal, line.signal]);
  const headers = { Accept: "text/event-stream", "Last-Event-ID": page.dataset.after };
  if (email) headers["Booking-Email"] = encodeURIComponent(email);
  const answer = await ask(`/api/public/booking-status/${number}/events/`, { headers, signal: either });
  if (isBack || answer.status === 204) await look(signal);
  if (answer.status === 204) return true;
  tell(LIVE);
  let rest = "";
  for await (const chunk of chunks(answer.body, () => line.abort())) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop();
    const isNews = (block) => Number(/^id: (\d+)$/m.exec(block)?.[1] ?? 0) > Number(page.dataset.after);
    if (blocks.some(isNews)) await look(signal);
    if (blocks.some((block) => /^event: end$/m.test(block))) return true;
  }
  return false;
}

// Longer each time it fails, never the same for all; sooner when the browser is online again.
function pause(failures, atLeast, signal) {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
  const wait = Math.max(atLeast, longest * (0.5 + Math.random() / 2));
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, wait);
    const cut = () => { clearTimeout(timer); resolve(); };
    signal.addEventListener("abort", cut, { once: true });
    addEventListener("online", cut, { once: true, signal });
  });
}

async function keepUp(signal) {
  let failures = 0;
  while (!signal.aborted) {
    let atLeast = 0;
    try {
      if (await follow(signal, failures > 0)) return tell("");
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Ended) return tell(ENDED);
      failures += 1;
      atLeast = error.milliseconds ?? 0;
      tell(AWAY);
    }
    await pause(failures, atLeast, signal);
  }
}

// Nobody looks at a hidden tab: it hears what it missed when it is shown again.
let showing = new AbortController();
function begin() {
  showing.abort();
  if (document.visibilityState === "hidden") return;
  showing = new AbortController();
  keepUp(showing.signal);
}

document.addEventListener("visibilitychange", begin);
begin();
