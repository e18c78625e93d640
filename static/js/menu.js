// A table that fits needs no stop of its own: only one that scrolls can be reached with the keyboard.
const passen = new ResizeObserver((vakken) => {
  for (const { target: vak } of vakken) {
    const schuift = vak.scrollWidth > vak.clientWidth;
    for (const [naam, waarde] of [["tabindex", "0"], ["role", "region"]]) {
      if (schuift) vak.setAttribute(naam, waarde);
      else vak.removeAttribute(naam);
    }
  }
});
for (const vak of document.querySelectorAll(".rm-tablewrap[tabindex]")) passen.observe(vak);

// Escape closes the menu and the chapter list on a phone, and gives the focus back to its button.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("details[open]");
  if (!open || !open.matches(".rm-nav, .rm-lijst")) return;
  open.open = false;
  open.querySelector("summary").focus();
});
