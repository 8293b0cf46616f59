import { chosen, drawModePicker, USUAL_MODES } from '/page/shared/mode-picker.js';
import { equal, test } from '/test/testing.js';

const status = { modes: ['lexical', 'dense', 'hybrid', 'tf-idf'], rungs: ['one-hot', 'tf-idf', 'lexical'] };

test('what the address asks for is compared, as far as the server has it', () => {
  equal(chosen(['tf-idf', 'nope', 'dense'], status), ['tf-idf', 'dense']);
});

test('fewer than two are the usual ones that the server has', () => {
  equal(chosen([], status), USUAL_MODES);
  equal(chosen(['nope', 'dense'], { modes: ['lexical', 'dense'] }), ['lexical', 'dense']);
});

test('before the status is known all are taken at their word', () => {
  equal(chosen(['a', 'b'], null), ['a', 'b']);
  equal(chosen([], null), USUAL_MODES);
});

test('joined modes are left to the server', () => equal(chosen(['dense+tf-idf', 'lexical'], status), ['dense+tf-idf', 'lexical']));

test('two stay ticked', () => {
  let told = null;
  const picker = drawModePicker(['lexical', 'dense'], status, (modes) => { told = modes; });
  document.body.append(picker);
  const box = (mode) => picker.querySelector(`[value="${mode}"]`);
  equal([box('lexical').disabled, box('dense').disabled, box('tf-idf').disabled], [true, true, false]);
  box('tf-idf').click();
  equal(told, ['lexical', 'dense', 'tf-idf']);
  equal(box('lexical').disabled, false);
  picker.querySelector('.all').click();
  equal(told, status.rungs);
});
