#!/usr/bin/env python3
"""Open brief.html in a real browser and hold it to what it promises.

usage: test_brief_page.py [-v]

Needs Chromium (or the program that CHROMIUM names) and the built report_test, which writes the sample pages; looks for
it in build/*/ unless MUSTER_REPORT_TEST names it. Skips, with a word, what it has not got.
"""
import glob
import html
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LIGHT, DARK = "1", "0"

# Runs inside a copy of the page, which stands in a frame: a window cannot be as narrow as a telephone.
PROBE = r"""
(() => {
  const number = (text) => { const m = text.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const luminance = ([r, g, b]) => {
    const part = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const backgroundOf = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = number(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255, 1];
  };
  const closed = [...document.querySelectorAll('details:not([open])')];
  const result = {};
  result.innerWidth = innerWidth;
  result.scrollWidthClosed = document.documentElement.scrollWidth;
  const small = document.querySelectorAll('.item').length < 500;
  for (const d of closed) d.open = small || d.matches('.more');
  result.scrollWidthOpen = document.documentElement.scrollWidth;
  result.wide = [...document.querySelectorAll('main *')].slice(0, small ? 1e6 : 0).filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
  result.resources = performance.getEntriesByType('resource').map((e) => e.name);
  result.evidence = document.querySelectorAll('details.evidence').length;
  result.unmarked = [...document.querySelectorAll('details.evidence')].filter((d) => !d.querySelector('mark')).length;
  result.claims = document.querySelectorAll('article.claim').length;
  result.dark = matchMedia('(prefers-color-scheme: dark)').matches;
  result.toolsShown = !document.querySelector('.tools').hidden;
  result.brokenLinks = [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1))
    .filter((id) => !document.getElementById(id));
  const ids = new Set();
  result.repeatedIds = [...document.querySelectorAll('[id]')].map((e) => e.id)
    .filter((id) => ids.has(id) || !ids.add(id)).slice(0, 5);
  result.landmarks = ['main', 'nav[aria-label]', 'h1', 'section[aria-labelledby]'].filter((s) => !document.querySelector(s));
  const levels = [...document.querySelectorAll('h1,h2,h3')].map((h) => Number(h.tagName[1]));
  result.jumpedHeadings = levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length;
  result.lowContrast = [];
  result.texts = 0;
  const walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && result.texts < 4000) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest('script,style,title')) continue;
    const style = getComputedStyle(parent);
    const ink = number(parent.closest('svg') ? style.fill : style.color);
    const ratio = contrast(ink, backgroundOf(parent));
    result.texts += 1;
    if (ratio < 4.5) result.lowContrast.push([walker.currentNode.data.slice(0, 40), Math.round(ratio * 100) / 100]);
  }
  const filter = document.getElementById('filter');
  filter.value = 'nine persons';
  filter.dispatchEvent(new Event('input'));
  setTimeout(() => {
    result.filtered = document.querySelectorAll('.item:not([hidden])').length;
    result.found = document.getElementById('found').textContent;
    parent.postMessage(JSON.stringify(result), '*');
  }, 600);
})();
"""


FRAME = """<!doctype html><title>frame</title><style>body {{ margin: 0 }} iframe {{ border: 0; height: 880px }}</style>
<script>addEventListener('message', (event) => {{
  const pre = document.createElement('pre');
  pre.id = 'probe';
  pre.textContent = event.data;
  document.body.append(pre);
}});</script>
<iframe src="{page}" style="width: {width}px"></iframe>
"""


def chromium():
    return shutil.which(os.environ.get("CHROMIUM", "chromium"))


def report_test():
    named = os.environ.get("MUSTER_REPORT_TEST")
    built = sorted(glob.glob(os.path.join(ROOT, "build", "*", "report_test")), key=os.path.getmtime)
    return named or (built[-1] if built else None)


def browse(folder, *arguments, timeout=90):
    """Run Chromium without a network; return (stdout, stderr)."""
    command = [chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
               "--disable-component-update", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",
               "--user-data-dir=" + tempfile.mkdtemp(dir=folder), "--enable-logging=stderr", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as child:
        try:
            out, err = child.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            raise
    return out.decode("utf-8", "replace"), err.decode("utf-8", "replace")


@unittest.skipUnless(chromium(), "there is no Chromium here")
@unittest.skipUnless(report_test(), "report_test is not built")
class BriefPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.page = os.path.join(cls.folder, "brief.html")
        subprocess.run([report_test(), "--gtest_filter=InventedBrief.*"], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "MUSTER_SAMPLE_BRIEF": cls.page})
        cls.large = cls.page + ".large.html"
        cls.probed = cls.copy(cls.page, "probed.html")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    @classmethod
    def copy(cls, page, name):
        """A copy with the probe in it; its policy, which would forbid the probe, taken out."""
        with open(page, encoding="utf-8") as file:
            text = file.read()
        assert POLICY.search(text)
        text = POLICY.sub("", text).replace("</body>", "<script>" + PROBE + "</script></body>")
        path = os.path.join(cls.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def probe(self, page, width, scheme=LIGHT, timeout=90):
        frame = os.path.join(self.folder, "frame.html")
        with open(frame, "w", encoding="utf-8") as file:
            file.write(FRAME.format(page="file://" + page, width=width))
        out, _ = browse(self.folder, "--window-size=1600,900", "--virtual-time-budget=5000",
                        "--blink-settings=preferredColorScheme=" + scheme, "--dump-dom", "file://" + frame, timeout=timeout)
        found = re.search(r'<pre id="probe">(.*?)</pre>', out, re.S)
        self.assertTrue(found, "the probe did not finish")
        return json.loads(html.unescape(found.group(1)))

    def test_loads_without_errors_and_its_own_script_runs_under_its_policy(self):
        out, err = browse(self.folder, "--dump-dom", "file://" + self.page)
        self.assertNotIn("CONSOLE", err)
        self.assertRegex(out, r'<div class="tools">')

    def test_policy_stops_foreign_scripts_and_requests(self):
        with open(self.page, encoding="utf-8") as file:
            text = file.read()
        path = os.path.join(self.folder, "hostile.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("</body>", "<img src='https://lantern.invalid/x.png' onerror=\"document.title='ran'\">"
                                    "<script>document.title='ran'</script></body>"))
        out, err = browse(self.folder, "--dump-dom", "file://" + path)
        self.assertNotIn("<title>ran", out)
        self.assertIn("Content Security Policy", err)

    def test_fits_small_and_large_windows(self):
        for width in (360, 800, 1400):
            got = self.probe(self.probed, width)
            self.assertEqual(got["innerWidth"], width)
            self.assertLessEqual(got["scrollWidthClosed"], width)
            self.assertLessEqual(got["scrollWidthOpen"], width, got["wide"])

    def test_asks_for_nothing_and_marks_the_words_of_every_source(self):
        got = self.probe(self.probed, 1000)
        self.assertEqual(got["resources"], [])
        self.assertGreater(got["evidence"], 20)
        self.assertEqual(got["unmarked"], 0)

    def test_has_landmarks_headings_in_order_and_no_dead_links(self):
        got = self.probe(self.probed, 1000)
        self.assertEqual(got["landmarks"], [])
        self.assertEqual(got["jumpedHeadings"], 0)
        self.assertEqual(got["brokenLinks"], [])
        self.assertEqual(got["repeatedIds"], [])

    def test_text_stands_out_in_light_and_dark(self):
        for scheme in (LIGHT, DARK):
            got = self.probe(self.probed, 1000, scheme)
            self.assertEqual(got["dark"], scheme == DARK)
            self.assertGreater(got["texts"], 200)
            self.assertEqual(got["lowContrast"], [])

    def test_filter_shows_only_items_with_the_words(self):
        got = self.probe(self.probed, 1000)
        self.assertTrue(got["toolsShown"])
        self.assertGreater(got["filtered"], 0)
        self.assertLess(got["filtered"], 8)
        self.assertRegex(got["found"], r"^\d+ of \d+ items$")

    def test_prints(self):
        path = os.path.join(self.folder, "brief.pdf")
        browse(self.folder, "--no-pdf-header-footer", "--print-to-pdf=" + path, "file://" + self.page)
        with open(path, "rb") as file:
            pdf = file.read()
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)), 1)

    def test_opens_five_thousand_claims(self):
        got = self.probe(self.copy(self.large, "large-probed.html"), 360, timeout=60)
        self.assertEqual(got["claims"], 5000)
        self.assertEqual(got["unmarked"], 0)
        self.assertLessEqual(got["scrollWidthClosed"], 360)
        self.assertLessEqual(got["scrollWidthOpen"], 360)


if __name__ == "__main__":
    unittest.main()
