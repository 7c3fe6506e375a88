/** The menu button of narrow screens and the choice of who is logged in, on every page of the admin. */
const toggle = document.getElementById("nav-toggle");

document.getElementById("staff-switch")?.addEventListener("change", ({ currentTarget }) => {
  if (currentTarget instanceof HTMLSelectElement) currentTarget.form?.submit();
});

toggle?.addEventListener("click", () => {
  const open = document.body.classList.toggle("nav-open");
  toggle.setAttribute("aria-expanded", String(open));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.body.classList.contains("nav-open")) return;
  document.body.classList.remove("nav-open");
  toggle?.setAttribute("aria-expanded", "false");
  toggle?.focus();
});
