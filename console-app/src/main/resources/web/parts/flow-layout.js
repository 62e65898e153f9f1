// Where the boxes of the picture are. All numbers are pixels.

const BOX = 74;
const END = BOX + 19;
const GAP = 14;
const NARROW = 900;

const ROW = 27;
const OPTIONS = 17;

/** The height of a step: what it is told to do has a line of its own. */
export function stepHeight(step) {
  return step.options ? ROW + OPTIONS : ROW;
}

/** Places of all boxes, and the edges between them. */
export function flowLayout(model, width) {
  return width < NARROW ? fromTop(model, width) : fromLeft(model, width);
}

function pipelineHeight(model) {
  return 66 + Math.max(ROW, model.steps.reduce((height, step) => height + stepHeight(step), 0)) + 24;
}

function fromLeft(model, width) {
  const gap = Math.round(width * 0.042);
  const room = width - 3 * gap;
  const widths = { producers: room * 0.12, inputs: room * 0.23, pipeline: room * 0.38, outputs: room * 0.27 };
  const x = { producers: 0, inputs: widths.producers + gap };
  x.pipeline = x.inputs + widths.inputs + gap;
  x.outputs = x.pipeline + widths.pipeline + gap;
  const right = model.outputs.length + 1;
  const height = Math.max(pipelineHeight(model), stack(right, END), stack(model.inputs.length, BOX));
  const column = (count, left, wide, tall) => {
    const top = (height - stack(count, tall)) / 2;
    return Array.from({ length: count }, (_, index) => ({ x: left, y: top + index * (tall + GAP), width: wide, height: tall }));
  };
  const pipeline = { x: x.pipeline, y: (height - pipelineHeight(model)) / 2, width: widths.pipeline, height: pipelineHeight(model) };
  const ends = column(right, x.outputs, widths.outputs, END);
  return connect({
    height, pipeline,
    producers: column(1, x.producers, widths.producers, BOX)[0],
    inputs: column(model.inputs.length, x.inputs, widths.inputs, BOX),
    outputs: ends.slice(0, -1), deadLetters: ends.at(-1),
  }, false);
}

function stack(count, tall) {
  return count * tall + (count - 1) * GAP;
}

function fromTop(model, width) {
  const step = 26;
  let y = 0;
  const next = (height) => {
    const place = { x: 0, y, width, height };
    y += height + step;
    return place;
  };
  const layout = { producers: next(BOX), inputs: model.inputs.map(() => next(BOX)), pipeline: next(pipelineHeight(model)) };
  layout.outputs = model.outputs.map(() => next(END));
  layout.deadLetters = next(END);
  layout.height = y - step;
  return connect(layout, true);
}

function connect(layout, down) {
  const start = (box) => down ? { x: box.x + box.width / 2, y: box.y + box.height } : { x: box.x + box.width, y: box.y + box.height / 2 };
  const end = (box) => down ? { x: box.x + box.width / 2, y: box.y } : { x: box.x, y: box.y + box.height / 2 };
  const edges = [];
  const from = (box, to, of) => edges.push({ from: start(box), to: end(to), down, of });
  layout.inputs.forEach((input, index) => {
    if (!down || index === 0) from(layout.producers, input, "sent");
    if (!down || index === layout.inputs.length - 1) from(input, layout.pipeline, "read");
  });
  // In a column an edge to each output would run through the boxes between.
  const ends = [...layout.outputs, layout.deadLetters];
  ends.forEach((output, index) => {
    if (!down || index === 0) from(layout.pipeline, output, index === ends.length - 1 ? "dead" : "emitted");
  });
  return { ...layout, edges };
}
