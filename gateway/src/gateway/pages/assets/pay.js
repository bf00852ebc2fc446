// Takes a card with Stripe's own form: the card goes to Stripe, and only Stripe's webhook makes the booking paid.
"use strict";

const form = document.getElementById("pay");
const button = form.querySelector("button");
const { token, shown_cents: shownCents } = Object.fromEntries(new FormData(form));

function tell(fault) {
  const place = document.getElementById("fault");
  place.textContent = fault;
  place.hidden = !fault;
}

// Shows what has changed meanwhile, once: a page that was loaded again and still differs says so instead.
function lookAgain(fault) {
  if (performance.getEntriesByType("navigation")[0]?.type !== "reload") location.reload();
  throw new Error(fault);
}

// The link is the proof: no cookie goes along, so nothing is done for whoever is signed in here.
async function start() {
  const answer = await fetch("/api/payments/links/pay/", {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  const started = await answer.json();
  if (answer.status === 409) lookAgain(started.detail);
  if (!answer.ok) throw new Error(started.detail);
  if (String(started.amount_cents) !== shownCents) lookAgain("What is due has changed; please load this page again.");
  return started;
}

async function open() {
  const stripe = Stripe(form.dataset.key);
  const started = await start();
  const elements = stripe.elements({ clientSecret: started.client_secret });
  const card = elements.create("payment");
  card.on("ready", () => { button.disabled = false; });
  card.mount("#card");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    tell("");
    const { error } = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: new URL("/pay/thanks/", location.href).href },
      redirect: "if_required",
    });
    if (!error) return location.assign("/pay/thanks/");
    tell(error.message);
    button.disabled = false;
  });
}

open().catch((error) => tell(error.message || "We can't reach our payment partner right now; please try again in a minute."));
