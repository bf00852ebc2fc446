// Keeps a booking's page as it is now: hears live that something happened, and swaps in what the page itself shows by then.
import { ask, Ended, look, number, page, proof } from "./booking-page.js";
import "./certificate.js";

const SILENCE = 45_000; // milliseconds; a comment comes every 15 seconds, so after three of them the connection is dead
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

const LIVE = "This page keeps itself up to date.";
const AWAY = "Not live just now; we keep trying.";
const ENDED = "This page no longer updates by itself. Please load it again.";

function tell(words) {
  const place = document.getElementById("live");
  if (place.textContent !== words) place.textContent = words;
  place.classList.toggle("on", words === LIVE);
  place.hidden = !words;
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
  const headers = { Accept: "text/event-stream", "Last-Event-ID": page.dataset.after, ...proof() };
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

async function keepUp(signal, isBack) {
  let failures = 0;
  while (!signal.aborted) {
    let atLeast = 0;
    try {
      if (await follow(signal, isBack || failures > 0)) return tell("");
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
function begin(isBack) {
  showing.abort();
  if (document.visibilityState === "hidden") return;
  showing = new AbortController();
  keepUp(showing.signal, isBack);
}

document.addEventListener("visibilitychange", () => begin(true)); // what no event tells, such as a certificate, is looked at too
begin(false);
