/** The contents of a `<template data-consent>`: browsers neither fetch nor run them, so that any HTML can wait there. */

import { runs } from './scripts.ts'

/** Puts a copy of the contents behind the template; returns what takes it away again. Scripts wait their turn in the page's order. */
export function releaseTemplate(template: HTMLTemplateElement): () => void {
  const content = document.importNode(template.content, true)
  for (const script of content.querySelectorAll('script')) {
    if (!runs(script) && !script.hasAttribute('data-consent')) continue
    script.setAttribute('data-consent', `${script.getAttribute('data-consent') ?? ''} ${template.getAttribute('data-consent')}`)
    const service = template.getAttribute('data-service')
    if (service && !script.hasAttribute('data-service')) script.setAttribute('data-service', service)
    if (!runs(script)) continue
    const { type } = script
    script.type = 'text/plain'
    if (type) script.setAttribute('data-type', type)
  }
  const nodes = [...content.childNodes]
  template.after(content)
  return () => {
    for (const node of nodes) node.parentNode?.removeChild(node)
  }
}
