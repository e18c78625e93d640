// Escape closes the menu and the chapter list on a phone, and gives the focus back to its button.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("details[open]");
  if (!open || !open.matches(".rm-nav, .rm-lijst")) return;
  open.open = false;
  open.querySelector("summary").focus();
});
