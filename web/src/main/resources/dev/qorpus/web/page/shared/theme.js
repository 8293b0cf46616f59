/** Light or dark by choice. Without one, the page follows the system. */
const CHOICES = ['light', 'dark'];
const KEY = 'qorpus.theme';
const DARK = 'prefers-color-scheme: dark';

/** The rules of all style sheets that hold in the dark, with the condition that each has. */
const darkRules = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && (written.get(rule) ?? rule.media.mediaText).includes(DARK));

const written = new WeakMap();

function apply(theme) {
  for (const rule of darkRules()) {
    if (!written.has(rule)) written.set(rule, rule.media.mediaText);
    rule.media.mediaText = theme === 'dark' ? 'screen' : theme === 'light' ? 'not all' : written.get(rule);
  }
  document.documentElement.style.colorScheme = theme || '';
}

function stored() {
  try {
    const theme = localStorage.getItem(KEY);
    return CHOICES.includes(theme) ? theme : '';
  } catch {
    // Storage is blocked: the choice holds for this page.
    return '';
  }
}

/** Lets a list of choices set the theme, which the browser stores. */
export function offerThemes(select) {
  select.value = stored();
  apply(select.value);
  // Some style sheets come after the page.
  addEventListener('load', () => apply(select.value));
  select.addEventListener('change', () => {
    apply(select.value);
    try {
      if (select.value) localStorage.setItem(KEY, select.value);
      else localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  });
}
