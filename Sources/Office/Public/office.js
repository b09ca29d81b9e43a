// Makes pages that already work a little better: autosave, a guard against leaving, the other reading of a date, one send per click.
"use strict";
(() => {
  const send = (url, fields) => fetch(url, {
    method: "POST", credentials: "same-origin", body: new URLSearchParams(fields),
    headers: { "Content-Type": "application/x-www-form-urlencoded" } });

  for (const form of document.querySelectorAll("form[data-draft]")) {
    const status = form.querySelector(".autosave");
    let changed = false, sending = false, timer = 0, since = 0;
    // Two seconds after the last key, and every fifteen seconds however long somebody types on.
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(wait, since + 15000 - Date.now())));
    };
    const touch = (wait) => { if (!changed) { changed = true; since = Date.now(); } later(wait); };
    const save = async () => {
      if (!changed || sending) return;
      sending = true; changed = false;
      let wait = 2000;
      try {
        const answer = await send(form.dataset.draft, new FormData(form));
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        const text = await answer.text();
        const number = /^draft (\d+)/.exec(text);
        if (number) { const field = form.querySelector("[name=draft]"); if (field) field.value = number[1]; }
        if (status) status.textContent = text.replace(/^draft \d+ /, "");
      } catch {
        changed = true; since = Date.now(); wait = 15000;
        if (status) status.textContent = "自動保存できませんでした。入力内容はこの画面に残っています。";
      } finally { sending = false; if (changed) later(wait); }
    };
    // The page came back with what was typed, which is saved nowhere yet.
    if (form.querySelector("[data-unsaved]")) touch(2000);
    form.addEventListener("input", () => touch(2000));
    form.addEventListener("change", () => touch(800));
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
    form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
    window.addEventListener("beforeunload", (event) => { if (changed) { save(); event.preventDefault(); } });
  }

  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    });
  }
  window.addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

  for (const field of document.querySelectorAll("input[data-date]")) {
    const shown = document.createElement("output");
    shown.className = "help"; shown.setAttribute("aria-live", "polite");
    field.after(shown);
    let last = "";
    field.addEventListener("change", async () => {
      if (field.value === last) return;
      last = field.value;
      if (!last) { shown.textContent = ""; return; }
      try {
        const answer = await fetch("/dates?text=" + encodeURIComponent(last) + ("past" in field.dataset ? "&past=1" : ""), { credentials: "same-origin" });
        shown.textContent = answer.ok && !answer.redirected ? await answer.text() : "";
      } catch { shown.textContent = ""; }
    });
  }

  // One ◎ at a time, and only on a row with ○.
  for (const table of document.querySelectorAll("table.concerns")) {
    table.addEventListener("change", ({ target }) => {
      const inMain = target.closest(".main-mark");
      if (inMain && target.checked) {
        for (const other of target.closest("fieldset").querySelectorAll(".main-mark input")) if (other !== target) other.checked = false;
      }
      if (!inMain && !target.checked) target.closest("tr").querySelector(".main-mark input").checked = false;
    });
  }

  const summary = document.getElementById("error-summary");
  if (summary) summary.focus();
})();
