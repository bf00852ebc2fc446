// Sends a certificate of insurance from the booking's page: announced to us, sent to the storage, looked at by us.

import { look, number, page, proof } from "./booking-page.js";

const MOST = 20 * 1024 * 1024; // bytes
const TYPES = { pdf: "application/pdf", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" };
const LATER = "It could not be sent just now. Please try again in a moment, or reply to our mail with it.";
const documents = `/api/public/booking-status/${number}/documents/`;

class Refused extends Error {} // says why, to people

function typeOf(file) {
  return file.type || TYPES[file.name.split(".").pop().toLowerCase()] || "";
}

function faultOf(file) {
  if (!file) return "Please choose the file first.";
  if (!Object.values(TYPES).includes(typeOf(file))) return "This is no PDF, JPEG or PNG. Please choose one of these.";
  if (file.size > MOST) return `This file has ${Math.ceil(file.size / 1024 / 1024)} MB; up to 20 MB can be sent.`;
  if (!file.size) return "This file is empty. Please choose another one.";
  return "";
}

function tell(form, fault) {
  form.querySelector(".fault").textContent = fault;
  form.file.setAttribute("aria-invalid", String(Boolean(fault)));
}

async function post(path, body) {
  const headers = { "Content-Type": "application/json", ...proof() };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Refused(said.detail);
  return said;
}

async function announce(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const promise = { content_type: typeOf(file), size_bytes: file.size, sha256 };
  return post(documents, { kind: "certificate_of_insurance", ...promise });
}

async function send(file) {
  const { document: announced, upload } = await announce(file);
  const { "Content-Length": _, ...headers } = upload.headers; // which browsers say themselves
  const put = { method: upload.method, headers, body: file, credentials: "omit" };
  if (!(await fetch(upload.url, put)).ok) throw new Error("the storage refused it");
  await post(`${documents}${announced.id}/submit/`, {});
  await look();
}

async function submit(form) {
  const file = form.file.files[0];
  const button = form.querySelector("button");
  tell(form, faultOf(file));
  if (faultOf(file)) return form.file.focus();
  const words = button.textContent;
  button.textContent = "Sending…";
  button.setAttribute("aria-disabled", "true");
  try {
    await send(file);
  } catch (error) {
    tell(form, error instanceof Refused ? error.message : LATER);
  } finally {
    button.textContent = words;
    button.removeAttribute("aria-disabled");
  }
}

document.documentElement.classList.add("has-scripts");
page.addEventListener("submit", (event) => {
  if (event.target.id !== "certificate") return;
  event.preventDefault();
  if (!event.target.querySelector("[aria-disabled]")) submit(event.target);
});
page.addEventListener("change", (event) => {
  if (event.target.id === "file") tell(event.target.form, faultOf(event.target.files[0]));
});
