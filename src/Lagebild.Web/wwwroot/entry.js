// Adds to the entry form: cells copied in a spreadsheet go into the fields where they are pasted, and Tab walks down a column.
// Without it the same is done by the field below the form.

const fields = [...document.querySelectorAll("#entry input.number")];
const said = document.getElementById("entry-status");

const columns = () => [...new Set(fields.map((field) => field.dataset.section))];

const at = (section, row) => fields.find((field) => field.dataset.section === section && Number(field.dataset.row) === row);

// One cell between quotes may hold line ends; figures do not, so lines and tabs are enough here.
const cells = (text) => text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));

const isTable = (text) => /[\t\n]/.test(text.trim());

const paste = (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const rows = cells(text);
  const hasWords = rows.some((row) => row.some((cell) => cell !== "" && !/^[-−–+]?[\d.,'’\s]+\s*%?$/.test(cell)));
  if (!isTable(text)) {
    return;
  }

  event.preventDefault();
  if (hasWords) {
    const below = document.getElementById("paste");
    below.closest("details").open = true;
    below.value = text;
    below.focus();
    return;
  }

  const sections = columns();
  const from = sections.indexOf(event.target.dataset.section);
  let count = 0;
  rows.forEach((row, down) => row.forEach((cell, right) => {
    const field = cell && at(sections[from + right], Number(event.target.dataset.row) + down);
    if (field) {
      field.value = cell;
      count += 1;
    }
  }));
  said.textContent = said.dataset.pasted.replace("{0}", count);
};

const kindOf = (field) => field.name.split(" ")[0];

const walk = (event) => {
  if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }

  const table = event.target.closest("table.cells");
  const inOrder = ["value", "status", "note"].flatMap((kind) => [...table.querySelectorAll("input, select")].filter((field) => kindOf(field) === kind));
  const next = inOrder[inOrder.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
  if (next) {
    event.preventDefault();
    next.focus();
    next.select?.();
  }
};

fields.forEach((field) => field.addEventListener("paste", paste));
document.querySelectorAll("#entry table.cells input, #entry table.cells select").forEach((field) => field.addEventListener("keydown", walk));
