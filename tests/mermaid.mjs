// usage: node tests/mermaid.mjs FOLDER <DIAGRAM
//
// Mermaid itself, of FOLDER/node_modules, on what `ni-refer --mermaid` and ni-report print. A page without a
// browser knows no sizes of text: they are made up here, since nobody looks at the picture. Prints, as
// tests/mermaid-grammar.pl does, each node as "ID|LABEL|CLASS" and each edge as "ID|LABEL|ID", as the picture
// has them; of a chart "title|TITLE", "x-axis|LABEL|...", "y-axis|NAME", and "bar|NUMBER|..." or
// "line|NUMBER|..." as the bars are long and the line is high. Exit status 1 and a message if Mermaid refuses it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';

const require = createRequire(resolve(process.argv[2], 'x.js'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('', { pretendToBeVisual: true });
const size = (element) => ({ x: 0, y: 0, width: element.textContent.length * 8, height: 16 });

for (const name of ['document', 'DOMParser', 'Element', 'HTMLElement', 'Node', 'Option', 'SVGElement',
	'XMLSerializer', 'CSSStyleSheet', 'getComputedStyle', 'requestAnimationFrame'])
	globalThis[name] = window[name];
globalThis.window = window;
window.SVGElement.prototype.getBBox = function () { return size(this); };
window.SVGElement.prototype.getComputedTextLength = function () { return size(this).width; };
window.Element.prototype.getBoundingClientRect = function () { return { left: 0, top: 0, ...size(this) }; };

// It is a script of a page, not a module.
runInThisContext(readFileSync(require.resolve('@mermaid-js/tiny'), 'utf8'));
globalThis.mermaid.initialize({ startOnLoad: false });

const text = readFileSync(0, 'utf8');
const ids = {};
let above;
for (const line of text.split('\n')) {
	above = /^ *%% (.*)/.exec(line)?.[1] ?? above;
	const node = /^ *(n\d+)[([{]/.exec(line)?.[1];
	if (node) ids[node] = above;
}

const draw = async () => {
	const { svg, diagramType } = await globalThis.mermaid.render('graph', text);
	return [new window.DOMParser().parseFromString(svg, 'text/html'), diagramType];
};

// Elements within a label: its text was taken for more than text.
const label = (element) => {
	const inner = [...element.querySelectorAll('*')].map((e) => e.tagName).filter((tag) => !/^(foreignObject|P|SPAN|DIV)$/i.test(tag));
	return element.textContent + inner.map((tag) => ` <${tag}>`).join('');
};

const showFlowchart = (page) => {
	const states = /\b(lead|contact|asked|met|closed)\b/;
	const labels = {};
	for (const edge of page.querySelectorAll('.edgeLabel .label'))
		labels[edge.getAttribute('data-id')] = label(edge);
	for (const node of page.querySelectorAll('g.node')) {
		const id = /flowchart-(n\d+)-/.exec(node.id)[1];
		const shown = label(node.querySelector('.nodeLabel'));
		console.log(`${ids[id]}|${shown}|${states.exec(node.getAttribute('class'))?.[1]}`);
	}
	for (const path of page.querySelectorAll('path[data-edge="true"]')) {
		const [, from, to] = /L_(n\d+)_(n\d+)_\d+$/.exec(path.id);
		console.log(`${ids[from]}|${labels[path.getAttribute('data-id')]}|${ids[to]}`);
	}
};

// A chart that lies on its side has its scale at the top, and numbers lead to the right.
const showChart = (page) => {
	const lies = page.querySelector('g.top-axis') !== null;
	const texts = (place) => [...page.querySelectorAll(`g.${place} text`)];
	const content = (place) => texts(place).map((text) => text.textContent);
	const places = texts(`${lies ? 'top' : 'left'}-axis .label`).map((text) =>
		[Number(text.textContent), Number(/translate\(([\d.]+), ([\d.]+)\)/.exec(text.getAttribute('transform'))[lies ? 1 : 2])]);
	const [one, other] = [places[0], places[places.length - 1]];
	const number = (at) => Math.round(100 * (one[0] + (at - one[1]) * (other[0] - one[0]) / (other[1] - one[1]))) / 100;
	const end = (bar) => Number(bar.getAttribute(lies ? 'x' : 'y')) + (lies ? Number(bar.getAttribute('width')) : 0);
	const points = (path) => path.getAttribute('d').slice(1).split('L').map((point) => Number(point.split(',')[lies ? 0 : 1]));

	console.log(`title|${content('chart-title').join('|')}`);
	console.log(`x-axis|${content(`${lies ? 'left' : 'bottom'}-axis .label`).join('|')}`);
	console.log(`y-axis|${content(`${lies ? 'top' : 'left'}-axis .title`).join('|')}`);
	for (const plot of page.querySelectorAll('g[class^="bar-plot"]'))
		console.log(`bar|${[...plot.querySelectorAll('rect')].map((bar) => number(end(bar))).join('|')}`);
	for (const path of page.querySelectorAll('g[class^="line-plot"] path'))
		console.log(`line|${points(path).map(number).join('|')}`);
};

try {
	const [page, type] = await draw();
	if (type === 'flowchart-v2') showFlowchart(page);
	else if (type === 'xychart') showChart(page);
	else throw new Error(`drawn as ${type}`); // a picture of an error is no picture
} catch (error) {
	console.error(String(error.message));
	process.exitCode = 1;
}
