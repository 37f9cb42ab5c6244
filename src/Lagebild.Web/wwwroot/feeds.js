// While a profile is written, the preview follows what is typed. Without this a button does the same.
const form = document.querySelector("form#profile[data-live]");
const preview = document.getElementById("preview");
let waiting = 0;
let asked = 0;

async function follow() {
  const mine = ++asked;
  preview.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("preview");
    if (answer.ok && fresh && mine === asked) {
      preview.replaceChildren(...fresh.childNodes);
    }
  } finally {
    preview.removeAttribute("aria-busy");
  }
}

// A role that changes needs other fields: the whole page comes anew, by its own button.
form?.addEventListener("change", (event) => {
  if (event.target.name?.endsWith("-as")) {
    form.requestSubmit(form.querySelector("button:not([formaction])"));
    return;
  }

  clearTimeout(waiting);
  waiting = setTimeout(follow, 600);
});
