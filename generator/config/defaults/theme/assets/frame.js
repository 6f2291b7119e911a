"use strict";
// The frame of every page: the button for the colours, the section that is being read, and what is
// folded when a page is printed. `partials/colours.html` sets the colours before a page is shown.
{
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".mast__colours"));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const choices = ["system", "light", "dark"];
  let chosen = "system";
  try {
    chosen = localStorage.getItem("colours") ?? chosen;
  } catch { /* a browser may store nothing */ }

  const colour = () => {
    const slate = chosen === "dark" || (chosen !== "light" && dark.matches);
    document.documentElement.dataset.mdColorScheme = slate ? "slate" : "default";
    if (!button) return;
    button.hidden = false;
    button.dataset.chosen = chosen;
    button.title = button.ariaLabel = button.dataset[chosen] ?? "";
  };
  button?.addEventListener("click", () => {
    chosen = choices[(choices.indexOf(chosen) + 1) % choices.length];
    try { // nothing is stored until a reader chooses, and nothing is left when the system's colours are chosen
      if (chosen === "system") localStorage.removeItem("colours");
      else localStorage.setItem("colours", chosen);
    } catch { /* the choice then holds for this page */ }
    colour();
  });
  dark.addEventListener("change", colour);
  colour();

  // The link to the section that is being read is marked, and stays in view.
  const rail = /** @type {HTMLElement | null} */ (document.querySelector(".rail"));
  const links = rail ? [...rail.querySelectorAll("a")] : [];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let here = -1;
  let asked = false;
  const mark = () => {
    asked = false;
    if (!rail?.offsetParent) return; // a narrow screen has no such list
    const next = sections.findLastIndex((one) => one?.getClientRects().length && one.getBoundingClientRect().top < 64);
    if (next === here) return;
    links[here]?.removeAttribute("aria-current");
    links[next]?.setAttribute("aria-current", "location");
    here = next;
    const { offsetTop = 0 } = links[here] ?? {};
    if (offsetTop < rail.scrollTop || offsetTop > rail.scrollTop + rail.clientHeight - 60) rail.scrollTop = offsetTop - rail.clientHeight / 2;
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  };
  if (links.length) {
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    ask();
  }

  // Paper can't be unfolded.
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
}
