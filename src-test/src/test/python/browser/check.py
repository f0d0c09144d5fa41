"""What a report must and must not do in a browser."""

import os
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = [390, 1440]
SCHEMES = ["light", "dark"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]

# Everything folded is part of the page too.
UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = true; })"

WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective));
"""

# What reaches beyond the page, if something does.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return ''; }
  const wide = [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll'));
  const last = wide[wide.length - 1];
  return `${document.documentElement.scrollWidth} pixels wide, by ${last ? last.outerHTML.slice(0, 200) : '?'}`;
}"""


def browser_path():
    paths = [path for path in map(shutil.which, BROWSERS) if path]
    if not paths:
        raise SystemExit(f"expected one of {', '.join(BROWSERS)} on the path, found none; install Debian's chromium")
    return paths[0]


def check(folder, reports):
    """Returns how many things were checked, and a line for every one that is not as it should be."""
    results = []
    # A sandbox of its own is not to be had by root.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        for report in reports:
            for scheme in SCHEMES:
                for width in WIDTHS:
                    results += looks(browser, folder, report, scheme, width)
            results += [(f"{report.stem}: {what}", problem) for what, problem in works(browser, report)]
        browser.close()
    return len(results), [f"{what}: {problem}" for what, problem in results if problem]


def opened(browser, report, **options):
    """A page with the report, and everything it asked for or complained about."""
    context = browser.new_context(**options)
    page = context.new_page()
    heard = []
    address = report.absolute().as_uri()

    def serve(route):
        if route.request.url != address:
            heard.append(f"asked for {route.request.url}")
        route.continue_() if route.request.url == address else route.abort()

    context.route("**/*", serve)
    page.add_init_script(WATCH)
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}") or dialog.dismiss())
    page.goto(address)
    return page, heard


def looks(browser, folder, report, scheme, width):
    viewport = {"width": width, "height": 900}
    page, heard = opened(browser, report, viewport=viewport, color_scheme=scheme)
    name = f"{report.stem}, {scheme}, {width} pixels"
    page.screenshot(path=folder / f"{report.stem}-{scheme}-{width}.png", full_page=True)
    problems = [("fits as it opens", page.evaluate(OVERFLOW))]
    page.evaluate(UNFOLD)
    problems.append(("fits unfolded", page.evaluate(OVERFLOW)))
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    bright = sum(int(part) for part in background.strip("rgb()").split(",")) > 380
    problems.append(("theme", "" if bright == (scheme == "light") else f"background {background}"))
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    problems.append(("axe", "; ".join(f"{v['id']} at {v['nodes'][0]['html'][:200]}" for v in found)))
    problems.append(("nothing hostile ran", str(page.evaluate("window.hacked") or "")))
    problems.append(("content security policy", ", ".join(page.evaluate("window.violations"))))
    problems.append(("silence", "; ".join(heard)))
    page.context.close()
    return [(f"{name}: {what}", problem) for what, problem in problems]


def works(browser, report):
    page, heard = opened(browser, report)
    page.evaluate(UNFOLD)
    tables = page.locator("table.sortable")
    yield "sorts", sorts(tables)
    yield "filters", filters(page)
    yield "sorts in silence", "; ".join(heard)
    page.context.close()
    yield "whole without scripts", whole(browser, report)


# Clicks every button twice: the same rows, in another order, and the head says which way.
SORT = """table => {
  const rows = () => [...table.tBodies[0].rows].map(row => row.textContent);
  const before = rows().sort().join('|');
  for (const button of table.querySelectorAll('button.sort')) {
    for (const way of ['ascending', 'descending']) {
      button.click();
      if (rows().sort().join('|') !== before) { return 'loses rows'; }
      const said = [...table.querySelectorAll('th[aria-sort]')].map(head => head.ariaSort);
      if (said.join() !== way) { return 'does not say how it is sorted'; }
    }
  }
  const first = table.querySelector('button.sort');
  first.click();
  const up = rows();
  first.click();
  const words = new Set([...table.tBodies[0].rows].map(row => row.cells[0].textContent));
  return words.size > 1 && rows().join('|') === up.join('|') ? 'does not sort' : '';
}"""


def sorts(tables):
    problems = [tables.nth(i).evaluate(SORT) for i in range(tables.count())]
    if not problems:
        return "found no table to sort"
    return "; ".join(f"table {i} {problem}" for i, problem in enumerate(problems) if problem)


def filters(page):
    inputs = page.locator(".tools input")
    for i in range(inputs.count()):
        box = inputs.nth(i).locator("xpath=ancestor::div[1]/following-sibling::*[1]")
        rows = box.locator("tbody tr")
        inputs.nth(i).fill("no row says this")
        if rows.locator("visible=true").count():
            return f"filter {i} hides nothing"
        first = rows.first.locator("th").first.text_content().strip()[:20]
        inputs.nth(i).fill(first)
        if rows.locator("visible=true").count() == 0:
            return f"filter {i} does not find '{first}'"
        inputs.nth(i).fill("")
        if rows.locator("visible=true").count() != rows.count():
            return f"filter {i} does not give back its rows"
    return ""


def whole(browser, report):
    """Without scripts every word is there that is there with them."""
    with_scripts, _ = opened(browser, report)
    without, _ = opened(browser, report, java_script_enabled=False)
    with_scripts.evaluate("document.querySelectorAll('.tools, button.sort').forEach(e => e.remove())")
    same = with_scripts.locator("body").text_content() == without.locator("body").text_content()
    tools = without.locator(".tools, button.sort").count()
    with_scripts.context.close()
    without.context.close()
    if tools:
        return "tools without scripts"
    return "" if same else "other words than with scripts"
