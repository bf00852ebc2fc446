// One stop of a driver's day, as a card: where, whom to ask for, what for, and the one step that comes next.

const LABELS = { en_route: "On my way", arrived: "I’m at the door", loaded: "Loaded", delivered: "Delivered" };
const WORDS = { ...LABELS, failed: "It didn’t work" };
const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "America/New_York" });

export const spokenTime = (instant) => clock.format(new Date(instant));

const spokenWindow = (from, until) => `${spokenTime(from)} – ${spokenTime(until)}`;

function make(tag, members, ...children) {
  const made = Object.assign(document.createElement(tag), members);
  made.append(...children.filter(Boolean));
  return made;
}

// +12125550100 as people here read it; numbers of elsewhere as they are.
const spokenPhone = (phone) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");

const words = (text, className = "") => text && make("p", { className, textContent: text });

function listed(title, items) {
  if (!items.length) return null;
  return make("div", {}, words(title, "small"), make("ul", {}, ...items.map((each) => make("li", { textContent: each }))));
}

// Opens the phone's own map with the way there; what we know of the driver is not told to anybody.
function way(stop) {
  const there = encodeURIComponent(stop.place.join(", "));
  const href = `https://www.google.com/maps/dir/?api=1&destination=${there}`;
  const lines = stop.place.map((each) => make("strong", { textContent: each }));
  const hint = make("span", { textContent: "Show the way" });
  return make("a", { href, rel: "noopener noreferrer", target: "_blank" }, ...lines, hint);
}

function call(stop) {
  if (!stop.phone) return words(stop.first_name && `Ask for ${stop.first_name}.`);
  const strong = make("strong", { textContent: stop.first_name });
  return make("a", { href: `tel:${stop.phone}` }, strong, make("span", { textContent: `Call ${spokenPhone(stop.phone)}` }));
}

function details(stop) {
  const promised = `Promised ${spokenWindow(stop.window_from, stop.window_until)}`;
  return make(
    "div",
    { className: "details" },
    make("div", { className: "reach" }, way(stop), call(stop)),
    listed("What", stop.items),
    stop.notes && make("div", {}, words("Note from the customer", "small"), words(stop.notes, "note")),
    listed("Bring back", stop.to_collect),
    make("div", {}, words(promised, "small"), words(`${stop.booking_number} · ${stop.van_name}`, "small")),
  );
}

function whyNot(number, report, back) {
  const input = make("input", { id: `reason-${number}`, required: true, maxLength: 300, autocomplete: "off" });
  const label = make("label", { htmlFor: input.id, textContent: "What went wrong? The office reads it." });
  const send = make("button", { className: "button", textContent: "Report it" });
  const leave = make("button", { className: "button quiet", type: "button", textContent: "Back", onclick: back });
  const onsubmit = (event) => {
    event.preventDefault();
    if (input.value.trim()) report("failed", input.value.trim());
  };
  return make("form", { className: "act", onsubmit }, label, input, send, leave);
}

function steps(stop, number, isNext, report) {
  const next = stop.next_statuses.find((status) => status !== "failed");
  const className = isNext ? "button" : "button quiet"; // a thumb that slips shall not find another stop first
  const step = make("button", { className, textContent: LABELS[next], onclick: () => report(next, "") });
  const failed = make("button", { className: "button quiet", textContent: WORDS.failed });
  const shown = make("div", { className: "act" }, step, failed);
  failed.onclick = () => {
    const form = whyNot(number, report, () => form.replaceWith(shown));
    shown.replaceWith(form);
    form.querySelector("input").focus();
  };
  return shown;
}

// `waiting` is what was reported of it and not answered yet; `fault` is why the last report was refused.
export function stopCard(stop, number, { isNext, waiting, fault, report }) {
  const title = `${number}. ${stop.title}`;
  const isOver = !stop.next_statuses.length && !waiting;
  const complaint = words(fault, "fault");
  if (isOver) {
    const summary = make("summary", { textContent: `${title} · ${stop.state}` });
    return make("li", { className: "stop over" }, complaint, make("details", {}, summary, details(stop)));
  }
  const unsent = waiting && words(`“${WORDS[waiting.status]}” is on this phone and not sent yet.`, "state");
  return make(
    "li",
    { className: isNext ? "stop next" : "stop" },
    make("div", {}, words(title, "eyebrow"), words(spokenWindow(stop.planned_from, stop.planned_until), "time")),
    words(stop.state, "state"),
    details(stop),
    complaint,
    unsent || steps(stop, number, isNext, report),
  );
}
