// The only script of our own. Every page works without it as plain HTML; this keeps a filled-in form when the network drops,
// keeps lists current and says so when they are not, and lets clocks run. What it must never do: store anything in the browser
// (records rule P4), hide a failure, or block a second try. Why it looks like this: docs/decisions/0001-razor-pages-with-htmx.md.
(() => {
  "use strict";
  const STALE_AFTER_MS = 75_000; // two missed refreshes of 30 s, and a bit
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // ── htmx under a strict content policy ──────────────────────────────────────────────────────────────────────────────
  if (window.htmx) {
    Object.assign(htmx.config, {
      includeIndicatorStyles: false,
      allowEval: false,
      allowScriptTags: false,
      historyEnabled: false,
      historyCacheSize: 0, // htmx would keep whole pages with subject data in sessionStorage
      timeout: 20_000,
      responseHandling: [
        { code: "204", swap: false },
        { code: "[23]..", swap: true },
        { code: "400|409|422", swap: true }, // the form again, with its errors
        { code: "...", swap: false, error: true },
      ],
    });
  }

  // What htmx still writes there is the address; where storage is blocked there is nothing to forget.
  function forgetAddress() {
    try { sessionStorage.removeItem("htmx-current-path-for-history"); } catch { return; }
  }

  // The clock of a tablet may be wrong: countdowns run on the server's, read once from the page.
  const skew = (() => {
    const served = Date.parse(document.body.dataset.now ?? "");
    return Number.isNaN(served) ? 0 : served - Date.now();
  })();
  const now = () => Date.now() + skew;

  // ── Save: kept form, plain words, never twice, always again ─────────────────────────────────────────────────────────
  const NOT_SAVED = "Not saved. Check the connection and press Save again. Pressing again never stores it twice.";
  const WHY = {
    401: "Not saved. Your sign-in has ended. ",
    403: "Not saved. You may not do this. Ask your administrator if that is a surprise.",
    429: "Not saved. Too many tries. Wait a minute and press Save again.",
  };

  function tellNotSaved(form, status) {
    const line = document.createElement("p");
    line.className = "not-saved";
    line.setAttribute("role", "alert");
    line.textContent = WHY[status] ?? form.dataset.notSaved ?? NOT_SAVED;
    if (status === 401) {
      const link = document.createElement("a");
      link.href = document.body.dataset.signIn ?? "/account/sign-in";
      link.target = "_blank";
      link.textContent = "Sign in in a new tab, then come back and press Save again.";
      line.append(link);
    }
    if (status === 400) line.textContent = "Not saved. Somebody signed in anew since this page was opened. Note your values and reload it.";
    clearNotSaved(form);
    (form.querySelector(".save-bar") ?? form).prepend(line);
    line.scrollIntoView({ block: "nearest" });
  }

  const clearNotSaved = form => all(".not-saved", form).forEach(line => line.remove());

  function setSending(form, sending) {
    form.toggleAttribute("data-sending", sending);
    all("[type=submit], button:not([type])", form).forEach(button => {
      button.classList.toggle("saving", sending);
      sending ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
    });
  }

  // Before htmx sees it: a second tap on a form that is on its way is dropped, not queued.
  document.addEventListener("submit", event => {
    if (event.target.hasAttribute("data-sending")) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  // A plain form leaves the page; if it does not within five seconds, a second try must be possible.
  document.addEventListener("submit", event => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    setSending(event.target, true);
    setTimeout(() => setSending(event.target, false), 5000);
  });

  // Some htmx events name the target as their element; the request always knows who asked.
  const asker = detail => detail.requestConfig?.elt ?? detail.elt;
  const postedForm = detail => detail.requestConfig?.verb === "post" ? asker(detail).closest("form") : null;

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    detail.headers["X-Requested-With"] = "XMLHttpRequest"; // the cookie handler then answers 401 instead of a redirect
    if (detail.elt.matches("[data-refresh]")) detail.headers["X-Refresh"] = "1"; // a refresh is not activity of a person
  });
  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    const form = postedForm(detail);
    if (form) { clearNotSaved(form); setSending(form, true); }
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const form = postedForm(detail);
    if (form) setSending(form, false);
  });
  // A refused antiforgery token answers 400 with nothing in it: swapping that in would wipe the form.
  document.addEventListener("htmx:beforeSwap", event => {
    const { xhr } = event.detail;
    if (xhr.status < 400 || xhr.responseText.trim() !== "") return;
    event.detail.shouldSwap = false;
    failed(event.detail, xhr.status);
  });

  // The address follows the page that a saved form leads to; going back asks the server, as plain HTML would.
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (!detail.boosted || detail.xhr.status >= 300 || detail.xhr.responseURL === location.href) return;
    history.pushState(null, "", detail.xhr.responseURL);
  });
  window.addEventListener("popstate", () => { if (!location.hash) location.reload(); });

  function failed(detail, status = 0) {
    const form = postedForm(detail);
    if (form) return tellNotSaved(form, status);
    if (asker(detail).matches("[data-refresh]")) lost(status);
  }
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:sendAbort"]) document.addEventListener(name, ({ detail }) => failed(detail));
  document.addEventListener("htmx:responseError", ({ detail }) => failed(detail, detail.xhr.status));

  // ── Lists that refresh themselves: <section id=… data-refresh data-current-at=… > and <p data-freshness> ────────────
  let lostStatus = null;
  const lost = status => { lostStatus = status; showFreshness(); };

  function clock(ms, zone, seconds) {
    const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(seconds && { second: "2-digit" }), ...(zone && { timeZone: zone }) };
    return new Intl.DateTimeFormat("en-GB", style).format(ms);
  }

  function ago(ms) {
    const minutes = Math.floor(Math.abs(ms) / 60_000);
    if (minutes < 1) return "less than a minute";
    if (minutes < 60) return `${minutes} min`;
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
  }

  function showFreshness() {
    const region = document.querySelector("[data-refresh][data-current-at]");
    const line = document.querySelector("[data-freshness]");
    if (!region || !line) return;
    const at = Date.parse(region.dataset.currentAt);
    const time = clock(at, document.body.dataset.zone, true);
    const stale = lostStatus !== null || now() - at > STALE_AFTER_MS;
    const text = !stale ? `Current at ${time}. Refreshes every ${region.dataset.every ?? "30 s"}.`
      : lostStatus === 401 ? `Your sign-in has ended. This screen shows ${time} and is stale: sign in again.`
      : `Connection lost. This screen shows ${time} (${ago(now() - at)} ago) and is stale. Trying again.`;
    line.toggleAttribute("data-stale", stale);
    region.classList.toggle("stale", stale);
    if (line.textContent !== text) line.textContent = text;
  }

  const refresh = () => window.htmx && all("[data-refresh]").forEach(region => htmx.trigger(region, "refresh"));
  window.addEventListener("online", refresh);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });

  // Read aloud only what changed: <section data-refresh data-announce="3 due, 1 overdue">.
  let announced = null;
  function announce() {
    const text = document.querySelector("[data-announce]")?.dataset.announce ?? null;
    const live = document.getElementById("live");
    if (live && text && announced !== null && text !== announced) live.textContent = text;
    announced = text;
  }

  // ── Fields that matter only with certain answers: data-reveal-when="OxygenDevice=nasal_cannula|hfnc" ─────────────────
  function reveal() {
    all("[data-reveal-when]").forEach(block => {
      const [name, wanted] = block.dataset.revealWhen.split("=");
      const chosen = all(`[name="${CSS.escape(name)}"]`).filter(input => !/^(radio|checkbox)$/.test(input.type) || input.checked);
      const shown = chosen.some(input => wanted.split("|").includes(input.value));
      block.hidden = !shown;
      // What nobody sees must not be sent.
      all("input, select, textarea", block).forEach(input => { input.disabled = !shown; });
    });
  }
  const isAlone = input => "alone" in input.dataset && input.dataset.alone !== "no";
  // "None" and an agent contradict each other: <input type=checkbox data-excludes="Vasopressors">.
  function exclude(changed) {
    if (!changed.checked || changed.type !== "checkbox") return;
    const peers = all(`input[type=checkbox][name="${CSS.escape(changed.name)}"]`).filter(peer => peer !== changed);
    peers.filter(peer => isAlone(changed) || isAlone(peer)).forEach(peer => { peer.checked = false; });
  }
  document.addEventListener("change", event => { exclude(event.target); reveal(); showSums(); showFilled(); });
  document.addEventListener("input", showFilled);

  // A choice that was a slip of the finger is taken back by tapping it again: plain HTML knows no way to leave a radio blank.
  let tapped = null;
  document.addEventListener("pointerdown", event => {
    const radio = event.target.closest(".segment")?.querySelector("input[type=radio]");
    tapped = radio?.checked ? radio : null;
  });
  document.addEventListener("click", event => {
    if (event.target !== tapped) return;
    tapped.checked = false;
    tapped.dispatchEvent(new Event("change", { bubbles: true }));
    tapped = null;
  });

  // ── The bedside form: panels, scores ────────────────────────────────────────────────────────────────────────────────
  // A link to a field opens the panel, and whatever is folded, that the field stands in.
  document.addEventListener("click", event => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    const choice = document.getElementById(`panel-${field?.closest("[data-panel]")?.dataset.panel}`);
    if (!choice) return;
    choice.checked = true;
    field.closest("details")?.setAttribute("open", "");
  });
  // How many answers stand in a panel that is not on the screen.
  function showFilled() {
    all(".panel-tab").forEach(tab => {
      const panel = document.querySelector(`[data-panel="${tab.querySelector("input").value}"]`);
      const names = all("input", panel ?? tab).filter(input => /^(Values|Several)\[/.test(input.name) && !input.disabled
        && (/^(radio|checkbox)$/.test(input.type) ? input.checked : input.value.trim() !== "")).map(input => input.name);
      const filled = new Set(names).size;
      const label = tab.querySelector(".filled") ?? Object.assign(document.createElement("small"), { className: "filled" });
      label.textContent = filled ? `${filled} filled` : "";
      tab.querySelector("span").append(label);
    });
  }
  // The total as it will be stored; only the server's counts.
  function showSums() {
    all("[data-sum]").forEach(score => {
      const items = all("fieldset", score);
      const done = items.map(item => item.querySelector("input:checked")).filter(Boolean);
      const line = document.querySelector(`[data-sum-of="${CSS.escape(score.dataset.sum)}"]`);
      line.hidden = done.length === 0;
      line.textContent = done.length === items.length
        ? `${score.dataset.sum} ${done.reduce((sum, item) => sum + Number(item.value), 0)}`
        : `${score.dataset.sum}: ${done.length} of ${items.length} items`;
    });
  }

  // ── Clocks: <time data-relative>, <time data-countdown>, <time data-zone="Asia/Shanghai"> ────────────────────────────
  function tick() {
    all("time[data-relative]").forEach(time => {
      const past = now() - Date.parse(time.dateTime);
      time.textContent = past >= 0 ? `${ago(past)} ago` : `in ${ago(past)}`;
    });
    all("time[data-countdown]").forEach(time => {
      const left = Math.floor((Date.parse(time.dateTime) - now()) / 1000);
      const shown = Math.abs(left);
      const part = `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}`;
      time.textContent = left >= 0 ? `${part} left` : `${part} over`;
      time.parentElement.toggleAttribute("data-over", left < 0);
    });
    showFreshness();
  }
  // The site's zone is what the record shows; a reader elsewhere is told his own time beside it.
  function localTimes() {
    all("time[data-zone]:not([data-local-shown])").forEach(time => {
      const at = Date.parse(time.dateTime);
      time.setAttribute("data-local-shown", "");
      if (clock(at, time.dataset.zone) !== clock(at)) time.append(` (${clock(at)} where you are)`);
    });
  }

  // ── After each load and each swap ───────────────────────────────────────────────────────────────────────────────────
  // A phone shows its newest text.
  const showNewest = () => all(".phone-texts").forEach(texts => { texts.scrollTop = texts.scrollHeight; });

  function settle(swappedPage) {
    showNewest();
    forgetAddress(); reveal(); showSums(); showFilled(); localTimes(); tick(); announce();
    const summary = document.querySelector(".error-summary, .ask[role=alert]");
    const target = summary ?? (swappedPage ? document.getElementById("main") : null);
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: !summary });
  }
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.elt.matches("[data-refresh]")) lostStatus = null;
    settle(detail.target === document.body);
  });
  window.addEventListener("pageshow", event => {
    all("form[data-sending]").forEach(form => setSending(form, false));
    settle(false);
    if (event.persisted) refresh();
  });
  setInterval(tick, 1000);
})();
