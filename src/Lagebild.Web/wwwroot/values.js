// Values of a chart under pointer, finger and keyboard. The marks are links named by their value; without this script they still are.
const LONGEST_WAY = 48; // pixels from a pointer to a mark
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.ariaHidden = "true"; // the link itself has the words
document.body.append(tip);

let shown = null;
const chartOf = target => target instanceof Element ? target.closest("svg.chart") : null;
const marksOf = chart => [...chart.querySelectorAll("a")];

// A browser shows a title late and by itself: the name moves to the link before that.
function nameMarks(chart) {
  if (!chart.dataset.named) {
    chart.dataset.named = "yes";
    for (const mark of marksOf(chart)) {
      const title = mark.querySelector(":scope > title");
      if (title) {
        mark.setAttribute("aria-label", title.textContent);
        title.remove();
      }
    }
  }
}

function middle(mark) {
  const box = mark.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, box };
}

function away(mark, x, y) {
  const { box } = middle(mark);
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) + Math.hypot(middle(mark).x - x, middle(mark).y - y) / 1000;
}

function nearest(chart, x, y) {
  let found = null;
  let least = LONGEST_WAY;
  for (const mark of marksOf(chart)) {
    const way = away(mark, x, y);
    if (way < least) {
      [found, least] = [mark, way];
    }
  }

  return found;
}

function show(mark) {
  if (mark === shown) {
    return;
  }

  shown?.classList.remove("shown");
  shown = mark;
  tip.hidden = !mark;
  if (!mark) {
    return;
  }

  mark.classList.add("shown");
  tip.textContent = mark.getAttribute("aria-label");
  const { x, box } = middle(mark);
  const width = tip.offsetWidth;
  const left = Math.min(Math.max(x - width / 2, 4), document.documentElement.clientWidth - width - 4);
  const above = box.top - tip.offsetHeight - 8;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above > 4 ? above : box.bottom + 8) + scrollY}px`;
}

document.addEventListener("pointermove", event => {
  const chart = event.pointerType === "mouse" ? chartOf(event.target) : null;
  if (chart) {
    nameMarks(chart);
    show(nearest(chart, event.clientX, event.clientY));
  } else if (event.pointerType === "mouse" && !shown?.matches(":focus-visible")) {
    show(null);
  }
});

// The first touch of a mark shows its value, a second one follows it.
let touched = null;
let armed = false;
document.addEventListener("pointerdown", event => {
  const chart = event.pointerType === "touch" ? chartOf(event.target) : null;
  const mark = chart ? (nameMarks(chart), nearest(chart, event.clientX, event.clientY)) : null;
  if (event.pointerType === "touch") {
    armed = mark !== null && mark !== touched;
    touched = mark;
    show(mark);
  }
});
document.addEventListener("pointercancel", () => { [touched, armed] = [null, false]; });
document.addEventListener("click", event => {
  if (armed && chartOf(event.target)) {
    event.preventDefault();
    armed = false;
  }
}, true);

document.addEventListener("focusin", event => {
  const chart = chartOf(event.target);
  const mark = chart ? event.target.closest("a") : null;
  if (mark) {
    nameMarks(chart);
  }

  show(mark && (mark === touched || mark.matches(":focus-visible")) ? mark : null);
});
addEventListener("scroll", () => {
  touched = null;
  show(null);
}, { passive: true, capture: true });
addEventListener("resize", () => show(null));

// Along a series with the arrows to the sides, to the next series with those up and down.
const rowOf = mark => [...mark.parentElement.children].filter(c => c.localName === "a").sort((a, b) => middle(a).x - middle(b).x || middle(a).y - middle(b).y);
const rowsOf = chart => [...new Set(marksOf(chart).map(m => m.parentElement))].map(g => rowOf(g.querySelector(":scope > a")));

function neighbour(chart, mark, key) {
  const rows = rowsOf(chart);
  const row = rows.find(r => r.includes(mark));
  const at = row.indexOf(mark);
  const alone = rows.every(r => r.length === 1);
  const down = key === "ArrowDown" || (alone && key === "ArrowRight");
  if (alone || key === "ArrowUp" || key === "ArrowDown") {
    const other = rows[rows.indexOf(row) + (down ? 1 : -1)];
    return other?.reduce((best, m) => Math.abs(middle(m).x - middle(mark).x) < Math.abs(middle(best).x - middle(mark).x) ? m : best);
  }

  return { ArrowLeft: row[at - 1], ArrowRight: row[at + 1], Home: row[0], End: row.at(-1) }[key];
}

function go(chart, from, to) {
  if (from.parentElement === to.parentElement) {
    from.setAttribute("tabindex", "-1");
    to.removeAttribute("tabindex");
  }

  to.focus({ preventScroll: false });
  show(to);
}

// What comes after the chart in its figure.
function leave(chart) {
  show(null);
  const figure = chart.closest("figure") ?? document;
  const after = [...figure.querySelectorAll("a[href], summary, button")].find(e => !e.closest("svg") && chart.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING && e.checkVisibility({ visibilityProperty: true }));
  if (after) {
    after.focus();
  } else {
    document.activeElement.blur();
  }
}

document.addEventListener("keydown", event => {
  const chart = chartOf(event.target);
  const mark = chart ? event.target.closest("a") : null;
  if (event.key === "Escape") {
    if (mark) {
      leave(chart);
    } else {
      show(null);
    }
  } else if (mark && !event.altKey && !event.ctrlKey && !event.metaKey && /^(Arrow|Home$|End$)/.test(event.key)) {
    const next = neighbour(chart, mark, event.key);
    event.preventDefault();
    if (next) {
      go(chart, mark, next);
    }
  }
});
