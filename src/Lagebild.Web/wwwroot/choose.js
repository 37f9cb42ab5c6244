// A form that only asks for another view of the page gets it without a new page. Its address, the way back, focus and place on the page stay; what fails is loaded as a page.
const parts = ["header.site", "main", "footer.site"];
const said = document.createElement("div");
said.className = "hidden";
said.setAttribute("role", "status");
document.body.append(said);

let latest = 0;

function formAddress(form, submitter) {
  const address = new URL(form.action);
  const entries = [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
  address.search = new URLSearchParams(entries).toString();
  return address;
}

// The same element in the new page: by its id, else by form, name and value.
function twin(element) {
  if (!element || element === document.body) {
    return () => null;
  }

  const form = element.form?.id;
  const { id, name, value, localName } = element;
  return () => (id && document.getElementById(id))
    || (form && [...document.getElementById(form)?.elements ?? []].find(e => e.localName === localName && e.name === name && (e.type !== "checkbox" || e.value === value)));
}

async function load(address, keep) {
  const turn = ++latest;
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (turn !== latest) {
    return false;
  }

  const isPage = answer?.ok && (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  const page = isPage ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  if (!page || parts.some(part => !page.querySelector(part))) {
    location.assign(address);
    return false;
  }

  const find = twin(document.activeElement);
  const open = [...document.querySelectorAll("main form details")].map(d => d.open);
  document.title = page.title;
  for (const part of parts) {
    document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
  }

  document.querySelectorAll("main form details").forEach((details, at) => details.open ||= open[at] ?? false);
  keep(answer.redirected ? answer.url : String(address));
  find()?.focus({ preventScroll: true });
  announce();
  return true;
}

function announce() {
  const figure = document.querySelector("main figure");
  const headline = (figure ?? document).querySelector("h3, h1");
  said.textContent = document.documentElement.dataset.changed.replace("{0}", headline?.textContent ?? document.title);
  const box = figure?.getBoundingClientRect();
  if (box && (box.bottom < 80 || box.top > innerHeight - 80)) {
    figure.scrollIntoView({ block: "start" });
  }
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (!event.defaultPrevented && form.method === "get" && form.closest("main") && new URL(form.action).pathname === location.pathname) {
    event.preventDefault();
    load(formAddress(form, event.submitter), address => {
      history.pushState({ chosen: true }, "", address);
      shown = location.pathname + location.search;
    });
  }
});

history.replaceState({ chosen: true }, "");
let shown = location.pathname + location.search;
addEventListener("popstate", event => {
  if (event.state?.chosen && location.pathname + location.search !== shown) {
    load(location.href, () => {});
  }

  shown = location.pathname + location.search;
});
