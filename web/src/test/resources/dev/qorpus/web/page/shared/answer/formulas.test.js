import { readFormula } from '/page/shared/answer/formulas.js';
import { equal, test } from '/test/testing.js';

test('one dollar is in the line, two stand by themselves', () => {
  equal(readFormula('$x^2$', false), { source: 'x^2', display: false });
  equal(readFormula('$$x^2$$', false), { source: 'x^2', display: true });
});

test('a block is all source, and stands by itself', () => {
  equal(readFormula('a $ b', true), { source: 'a $ b', display: true });
});

test('what has no dollars around it, or nothing between them, stays text', () => {
  equal(['x', '$x', 'x$', '$$', ''].map((text) => readFormula(text, false)), [null, null, null, null, null]);
  equal(readFormula('', true), null);
});

test('a formula may have lines', () => equal(readFormula('$$a\nb$$', false), { source: 'a\nb', display: true }));

test('a formula that is too long stays text', () => {
  equal(readFormula('x'.repeat(5000), true)?.source.length, 5000);
  equal(readFormula('x'.repeat(5001), true), null);
});

test('with macros a much shorter one is too long', () => {
  for (const macro of ['\\def\\a{x}', '\\newcommand{\\a}{x}', '\\gdef\\a{x}', '\\let\\a=x', '\\providecommand{\\a}{x}']) {
    equal(readFormula(macro.padEnd(500, ' x'), true)?.source.length, 500);
    equal(readFormula(macro.padEnd(501, ' x'), true), null);
  }
});

test('a command whose name only begins like a macro is none', () => {
  equal(readFormula('\\left( x \\right)'.padEnd(600, ' x'), true)?.source.length, 600);
});
