/**
 * Makes an element's children what the views describe, touching only what differs: focus, scrolling, selections and
 * what a screen reader already knows survive a redraw. Children are matched by key, the others by tag in their order.
 * Words become text nodes, never markup.
 */
import type { Child, Element_, Props } from "./jsx-runtime.ts";

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap<Node, { name: string; props: Props }>();
const NOTHING: Props = {};

export function patch(parent: Element, children: Child): void {
  const free = new Map<string, ChildNode[]>();
  for (const node of parent.childNodes) {
    const name = drawn.get(node)?.name ?? "#";
    free.set(name, [...(free.get(name) ?? []), node]);
  }
  const wanted = flat(children).map((child) => {
    const name = typeof child === "string" ? "#" : (child.key ?? child.tag);
    const node = free.get(name)?.shift() ?? create(child, parent);
    if (typeof child === "string") {
      if (node.nodeValue !== child) node.nodeValue = child;
    } else {
      const element = node as Element;
      dress(element, drawn.get(element)?.props ?? NOTHING, child.props);
      drawn.set(element, { name, props: child.props });
      patch(element, child.children);
    }
    return node;
  });
  // What is gone leaves first, so that what stays need not move: a moved element loses focus.
  for (const nodes of free.values()) for (const node of nodes) node.remove();
  wanted.forEach((node, index) => {
    const there = parent.childNodes[index];
    if (there !== node) parent.insertBefore(node, there ?? null);
  });
}

function flat(child: Child): (Element_ | string)[] {
  if (Array.isArray(child)) return child.flatMap(flat);
  if (child === null || child === undefined || typeof child === "boolean" || child === "") return [];
  return [typeof child === "number" ? String(child) : child];
}

function create(child: Element_ | string, parent: Element): ChildNode {
  if (typeof child === "string") return document.createTextNode(child);
  const drawing = child.tag === "svg" || parent.namespaceURI === SVG;
  return drawing ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
}

function dress(element: Element, before: Props, after: Props): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[name];
    if (name === "value") {
      // The shopper changes this one too, so it is compared with what is there.
      const field = element as HTMLTextAreaElement;
      if (field.value !== value) field.value = typeof value === "string" ? value : "";
    } else if (value === before[name]) continue;
    else if (name.startsWith("on")) (element as unknown as Props)[name.toLowerCase()] = value ?? null;
    else if (value === undefined || value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : `${value as string | number}`);
  }
}
