// Files may be dropped on the form, and how far they are sent is shown. Without scripts the form is sent as it stands.
const form = document.querySelector("form.intake[enctype]");
if (form) {
  const files = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const button = form.querySelector("button");
  const progress = form.querySelector(".progress");
  const bar = progress.querySelector("progress");
  const said = progress.querySelector("p");
  const filled = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, v), text);
  const megabytes = bytes => (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

  const check = () => {
    const large = [...files.files].find(f => f.size > Number(form.dataset.most));
    files.setCustomValidity(large ? filled(form.dataset.large, large.name) : "");
    files.reportValidity();
  };
  files.addEventListener("change", check);

  drop.hidden = false;
  form.addEventListener("dragover", event => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      drop.classList.add("over");
    }
  });
  form.addEventListener("dragleave", () => drop.classList.remove("over"));
  form.addEventListener("drop", event => {
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      drop.classList.remove("over");
      files.files = event.dataTransfer.files;
      check();
    }
  });

  const show = answer => {
    const page = new DOMParser().parseFromString(answer, "text/html").querySelector("main .box");
    form.parentElement.querySelector(".box")?.remove();
    if (page) {
      form.before(page);
      page.tabIndex = -1;
      page.focus();
    }
  };
  const end = text => {
    button.disabled = false;
    said.textContent = text;
    bar.hidden = true;
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open("POST", location.pathname);
    request.setRequestHeader("RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    request.upload.addEventListener("progress", sent => {
      bar.value = sent.loaded / sent.total;
      said.textContent = sent.loaded < sent.total ? filled(form.dataset.sending, megabytes(sent.loaded), megabytes(sent.total)) : form.dataset.keeping;
    });
    request.addEventListener("load", () => {
      if (request.status < 300) {
        location = request.responseURL;
      } else {
        end("");
        show(request.responseText);
      }
    });
    request.addEventListener("error", () => end(form.dataset.broken));
    request.send(new FormData(form));
    button.disabled = true;
    progress.hidden = bar.hidden = false;
  });
}
