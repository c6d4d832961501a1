// usage: node tests/mermaid.mjs FOLDER <FLOWCHART
//
// Mermaid itself, of FOLDER/node_modules, on what `ni-refer --mermaid` prints. A page without a browser knows
// no sizes of text: they are made up here, since nobody looks at the picture. Prints, as
// tests/mermaid-grammar.pl does, each node as "ID|LABEL|CLASS" and each edge as "ID|LABEL|ID", as the picture
// has them. Exit status 1 and a message if Mermaid refuses it.
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

// A picture of an error is no picture.
const draw = async () => {
	const { svg, diagramType } = await globalThis.mermaid.render('graph', text);
	if (diagramType !== 'flowchart-v2') throw new Error(`drawn as ${diagramType}`);
	return new window.DOMParser().parseFromString(svg, 'text/html');
};

// Elements within a label: its text was taken for more than text.
const label = (element) => {
	const inner = [...element.querySelectorAll('*')].map((e) => e.tagName).filter((tag) => !/^(foreignObject|P|SPAN|DIV)$/i.test(tag));
	return element.textContent + inner.map((tag) => ` <${tag}>`).join('');
};

try {
	const page = await draw();
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
} catch (error) {
	console.error(String(error.message));
	process.exitCode = 1;
}
