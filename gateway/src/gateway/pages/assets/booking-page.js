// The booking that the page shows: its proof, and the page fetched anew, of which what has changed is swapped in.

export const page = document.querySelector("main");
export const { number, email } = page.dataset;
const isStill = matchMedia("(prefers-reduced-motion: reduce)");

// As the page came, whatever was typed and chosen in it since.
const shown = new Map([...page.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part.outerHTML]));

export class Ended extends Error {} // it is not to be seen any more by whoever looks: trying again would not help
class Busy extends Error {
  constructor(seconds) {
    super("too many at once");
    this.milliseconds = Number(seconds) * 1000 || 0;
  }
}

export async function ask(path, options) {
  const answer = await fetch(path, { cache: "no-store", ...options });
  if ([401, 403, 404].includes(answer.status)) throw new Ended();
  if (answer.status === 429) throw new Busy(answer.headers.get("Retry-After"));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

// What a question about this booking brings along: never in a URL, where logs and histories would keep it.
export function proof() {
  return email ? { "Booking-Email": encodeURIComponent(email) } : {};
}

// The same element in what takes the place of what held it.
function twin(part, element) {
  const name = (each) => each.id || each.form?.getAttribute("action") || each.getAttribute("href");
  return [...part.querySelectorAll(element.tagName)].find((each) => name(each) === name(element));
}

function replace(old, part) {
  const had = old.contains(document.activeElement) ? document.activeElement : null;
  const focused = had && (twin(part, had) ?? part.querySelector("[tabindex]"));
  old.replaceWith(document.adoptNode(part));
  focused?.focus({ preventScroll: true });
  if (!isStill.matches) part.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: 500, easing: "ease-out" });
}

// What a screen reader says once it can: the headline, or what else is new about the way.
function newsOf(changed) {
  const texts = (found) => [...found].map((each) => each.textContent.trim());
  if (changed.certificate) return texts(changed.certificate.querySelectorAll(".standing, .words")).join(". ");
  if (changed.headline) return texts(changed.headline.children).join(" ");
  return texts(changed.legs?.querySelectorAll("dt, .lines li:last-child span:first-child") ?? []).join(". ");
}

export async function look(signal) {
  const posted = email ? { method: "POST", body: new URLSearchParams({ email }) } : {};
  const answer = await ask(location.pathname, { ...posted, signal });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!fresh?.dataset.number) throw new Ended();
  const changed = {};
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const name = part.dataset.part;
    if (shown.get(name) === part.outerHTML) continue;
    shown.set(name, part.outerHTML);
    replace(page.querySelector(`[data-part="${name}"]`), part);
    changed[name] = part;
  }
  page.dataset.after = fresh.dataset.after;
  const news = newsOf(changed);
  if (news) document.getElementById("news").textContent = news;
}
