"use strict";
(() => {
  const root = document.documentElement;
  const panel = document.querySelector(".panel");
  const facts = panel.querySelector(".facts");
  const place = panel.querySelector(".place");
  const keys = document.querySelector(".keys");
  const entries = new Map();
  const order = [];
  for (const entry of document.querySelectorAll(".entry")) {
    entries.set(entry.dataset.id, entry);
    if (entry.dataset.number) order.push(entry.dataset.id);
  }

  // attribution -> the elements that show it, each with the class that brings it out
  const parts = new Map();
  const add = (id, element, name) => {
    if (!parts.has(id)) parts.set(id, []);
    parts.get(id).push([element, name]);
  };
  for (const segment of document.querySelectorAll("article [data-src], article [data-cue], article [data-con], article [data-voi]")) {
    for (const role of ["src", "cue", "con", "voi"]) {
      for (const id of (segment.dataset[role] || "").split(" ")) if (id) add(id, segment, "on-" + role);
    }
  }
  for (const sign of document.querySelectorAll("article [data-of]")) add(sign.dataset.of, sign, "own");

  let selected = null;
  let shown = null;

  const empty = () => {
    panel.classList.add("empty");
    place.textContent = "";
    facts.textContent = "Point at a marked passage or at an entry to see who stands behind it. Press ? for the keys.";
  };

  const describe = (id) => {
    const entry = entries.get(id);
    if (!entry) return;
    panel.classList.remove("empty");
    const number = order.indexOf(id) + 1;
    place.textContent = number ? number + " of " + order.length : "In the article’s own voice";
    const said = document.createElement("p");
    said.className = "said";
    const line = entry.querySelector(".line");
    if (line) said.append(...line.cloneNode(true).childNodes);
    const what = document.createElement("p");
    what.className = "what";
    what.append(...entry.querySelector(".what").cloneNode(true).childNodes);
    facts.replaceChildren(said, what, entry.querySelector("dl").cloneNode(true));
    facts.scrollTop = 0;
  };

  const show = (id) => {
    if (id === shown) return;
    for (const [element, name] of parts.get(shown) || []) element.classList.remove("on", name);
    if (shown) {
      entries.get(shown).classList.remove("on");
      entries.get(shown).querySelector(".head").removeAttribute("aria-current");
    }
    shown = entries.has(id) ? id : null;
    for (const [element, name] of parts.get(shown) || []) element.classList.add("on", name);
    if (shown) {
      entries.get(shown).classList.add("on");
      entries.get(shown).querySelector(".head").setAttribute("aria-current", "true");
      describe(shown);
    }
  };

  const wide = matchMedia("(min-width: 60.01rem)");
  const seen = (element, box) => {
    const here = element.getBoundingClientRect();
    return here.top >= box.top + 8 && here.bottom <= box.bottom - 8;
  };
  const bring = (element) => {
    const bottom = wide.matches || panel.classList.contains("empty") ? innerHeight : panel.getBoundingClientRect().top;
    if (element && !seen(element, { top: 0, bottom })) element.scrollIntoView({ block: "center" });
  };
  const bringEntry = (id) => {
    const list = document.querySelector("nav.list");
    const entry = entries.get(id);
    if (!wide.matches || seen(entry, list.getBoundingClientRect())) return;
    const fold = entry.closest(".voices");
    if (fold) fold.open = true;
    list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  };

  const select = (id, from) => {
    selected = entries.has(id) ? id : null;
    root.classList.toggle("picked", selected !== null);
    show(selected);
    if (selected === null) {
      empty();
      if (location.hash) history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    history.replaceState(null, "", "#t-" + selected);
    if (from !== "text") bring(document.getElementById("t-" + selected));
    if (from !== "list") bringEntry(selected);
  };

  const step = (by) => {
    if (!order.length) return;
    const at = order.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by));
    select(order[next], "key");
    entries.get(order[next]).querySelector(".head").focus({ preventScroll: true });
  };

  // A segment may belong to several attributions: the innermost first, and outward with every further click.
  const idsOf = (segment) => segment.dataset.a.split(" ").reverse();
  const idAt = (target, turn) => {
    const sign = target.closest("[data-of]");
    if (sign) return sign.dataset.of;
    const entry = target.closest(".entry");
    if (entry) return entry.dataset.id;
    const segment = target.closest(".s[data-a]");
    if (!segment) return null;
    const ids = idsOf(segment);
    return turn && ids.includes(selected) ? ids[(ids.indexOf(selected) + 1) % ids.length] : ids[0];
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.getAttribute("href").charAt(0) !== "#") return;
    if (!event.target.closest("article, aside")) return;
    if (event.target.closest("button, summary")) return;
    if (!getSelection().isCollapsed) return;
    const id = idAt(event.target, true);
    if (!id) {
      if (event.target.closest("article")) select(null);
      return;
    }
    if (link) event.preventDefault();
    const inArticle = event.target.closest("article");
    select(id, inArticle ? "text" : event.target.closest(".entry") ? "list" : "panel");
  });
  if (matchMedia("(hover: hover)").matches) {
    document.addEventListener("mouseover", (event) => {
      if (event.target.closest(".panel")) return;
      const id = event.target.closest("article, .entry") ? idAt(event.target, false) : null;
      show(id && !(selected && idsAround(event.target).includes(selected)) ? id : selected);
    });
  }
  const idsAround = (target) => {
    const segment = target.closest(".s[data-a]");
    return segment ? idsOf(segment) : [];
  };
  document.addEventListener("focusin", (event) => {
    if (!event.target.matches(":focus-visible")) return;
    if (event.target.closest(".ref, .entry .head")) show(idAt(event.target, false));
  });

  panel.querySelector(".previous").addEventListener("click", () => step(-1));
  panel.querySelector(".next").addEventListener("click", () => step(1));
  panel.querySelector(".clear").addEventListener("click", () => select(null));
  keys.querySelector("button").addEventListener("click", () => keys.close());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const inList = event.target.closest && event.target.closest(".entry, .ref");
    if (event.key === "j" || (event.key === "ArrowDown" && inList)) step(1);
    else if (event.key === "k" || (event.key === "ArrowUp" && inList)) step(-1);
    else if (event.key === "Escape") {
      if (document.activeElement) document.activeElement.blur();
      select(null);
    } else if (event.key === "?") keys.showModal();
    else return;
    event.preventDefault();
  });

  root.classList.add("js");
  panel.hidden = false;
  empty();
  if (/^#[te]-/.test(location.hash)) select(decodeURIComponent(location.hash.slice(3)), "key");
})();
