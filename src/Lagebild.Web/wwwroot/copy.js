// Buttons that copy the address of what is shown. Without scripts they are not seen; the address stands beside them as a link.
const said = document.createElement("div");
said.className = "hidden";
said.setAttribute("role", "status");
document.body.append(said);
if (navigator.clipboard) {
  document.documentElement.classList.add("scripted");
}

document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
  if (!button) {
    return;
  }

  const name = button.dataset.name ??= button.ariaLabel;
  await navigator.clipboard.writeText(new URL(button.dataset.address, location).href);
  button.ariaLabel = said.textContent = button.dataset.done;
  setTimeout(() => { button.ariaLabel = name; said.textContent = ""; }, 3000);
});
