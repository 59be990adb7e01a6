"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const place = one(".bar .place");
  const keys = one(".keys");
  const wide = matchMedia("(min-width: 60.01rem)");
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
  for (const segment of document.querySelectorAll("article .s[data-a]")) {
    for (const role of ["src", "cue", "con", "voi"]) {
      for (const id of (segment.dataset[role] || "").split(" ")) if (id) add(id, segment, "on-" + role);
    }
  }
  for (const sign of document.querySelectorAll("article [data-of]")) add(sign.dataset.of, sign, "own");

  let selected = null;
  let shown = null;

  const show = (id) => {
    if (id === shown) return;
    for (const [element, name] of parts.get(shown) || []) element.classList.remove("on", name);
    if (shown) entries.get(shown).classList.remove("on");
    shown = entries.has(id) ? id : null;
    for (const [element, name] of parts.get(shown) || []) element.classList.add("on", name);
    if (shown) entries.get(shown).classList.add("on");
  };

  // Words that an answer quotes: brought out in the text, the first of them into view.
  const point = (names) => {
    for (const element of document.querySelectorAll(".pointed")) element.classList.remove("pointed");
    for (const name of names) {
      for (const element of document.querySelectorAll('article [data-w~="' + name + '"]')) element.classList.add("pointed");
    }
  };

  const seen = (element, box) => {
    const here = element.getBoundingClientRect();
    return here.top >= box.top + 8 && here.bottom <= box.bottom - 8;
  };
  const bring = (element) => {
    const sheet = one(".entry.picked");
    const bottom = wide.matches || !sheet ? innerHeight : sheet.getBoundingClientRect().top;
    if (element && !seen(element, { top: 0, bottom })) element.scrollIntoView({ block: "center" });
  };
  const bringEntry = (entry) => {
    const list = one("nav.list");
    if (!wide.matches || seen(entry, list.getBoundingClientRect())) return;
    const bar = one(".bar").offsetHeight;
    list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - bar - 24;
  };

  const select = (id, from) => {
    const before = one(".entry.picked");
    if (before && before.dataset.id !== id) {
      before.classList.remove("picked");
      before.querySelector(".head").removeAttribute("aria-current");
      before.querySelector(".more").open = false;
    }
    selected = entries.has(id) ? id : null;
    root.classList.toggle("picked", selected !== null);
    point([]);
    show(selected);
    if (selected === null) {
      place.textContent = "";
      if (location.hash) history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    const entry = entries.get(id);
    const fold = entry.closest(".voices");
    if (fold) fold.open = true;
    entry.classList.add("picked");
    entry.querySelector(".head").setAttribute("aria-current", "true");
    entry.querySelector(".more").open = true;
    entry.scrollTop = 0;
    place.textContent = entry.dataset.number ? entry.dataset.number + " of " + order.length : "the article’s own voice";
    history.replaceState(null, "", "#t-" + id);
    if (from !== "text") bring(document.getElementById("t-" + id));
    if (from !== "list") bringEntry(entry);
  };

  const step = (by) => {
    if (!order.length) return;
    const at = order.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by));
    select(order[next], "key");
    entries.get(order[next]).querySelector(".head").focus({ preventScroll: true });
  };

  // A segment may belong to several attributions: the innermost first, and outward with every further click.
  const idsOf = (target) => {
    const segment = target.closest(".s[data-a]");
    return segment ? segment.dataset.a.split(" ").reverse() : [];
  };
  const idAt = (target, turn) => {
    const sign = target.closest("[data-of]");
    if (sign) return sign.dataset.of;
    const entry = target.closest(".entry");
    if (entry) return entry.dataset.id;
    const ids = idsOf(target);
    return turn && ids.includes(selected) ? ids[(ids.indexOf(selected) + 1) % ids.length] : ids[0] || null;
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    const link = target.closest("a[href]");
    if (target.closest("button, summary") || (link && !link.matches("[data-w], [data-of], .head"))) return;
    if (!target.closest("article, aside, .tables") || !getSelection().isCollapsed) return;
    if (link) event.preventDefault();
    if (link && link.dataset.w) {
      point(link.dataset.w.split(" "));
      bring(one("article .pointed"));
      return;
    }
    const id = idAt(target, true);
    const inArticle = target.closest("article");
    if (!id) {
      if (inArticle) select(null);
      return;
    }
    if (target.closest(".below") && !link && id === selected) return;
    select(id, inArticle ? "text" : target.closest(".head") ? "list" : "link");
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches(".why")) return;
      const links = event.target.open ? event.target.querySelectorAll("[data-w]") : [];
      point(Array.from(links, (link) => link.dataset.w.split(" ")).flat());
    },
    true,
  );
  if (matchMedia("(hover: hover)").matches) {
    document.addEventListener("mouseover", (event) => {
      const id = event.target.closest("article, .entry") ? idAt(event.target, false) : null;
      show(id && !(selected && idsOf(event.target).includes(selected)) ? id : selected);
    });
  }
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible") && event.target.closest(".ref, .head")) show(idAt(event.target, false));
  });

  one(".previous").addEventListener("click", () => step(-1));
  one(".next").addEventListener("click", () => step(1));
  one(".clear").addEventListener("click", () => select(null));
  keys.querySelector("button").addEventListener("click", () => keys.close());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const inList = event.target.closest && event.target.closest(".head, .ref");
    const why = selected && entries.get(selected).querySelector(".why");
    if (event.key === "j" || (event.key === "ArrowDown" && inList)) step(1);
    else if (event.key === "k" || (event.key === "ArrowUp" && inList)) step(-1);
    else if (event.key === "w" && why) why.open = !why.open;
    else if (event.key === "Escape") {
      if (document.activeElement) document.activeElement.blur();
      select(null);
    } else if (event.key === "?") keys.showModal();
    else return;
    event.preventDefault();
  });

  root.classList.add("js");
  one(".move").hidden = false;
  if (/^#[te]-/.test(location.hash)) select(decodeURIComponent(location.hash.slice(3)), "key");
})();
