/*
 * Sample for a host page: what readers do in <pull-the-plug> elements, as xAPI statements. Copy it and change it.
 * The frame knows nobody: the actor is yours, and so is where statements go.
 *
 *   import { sendStatements } from './xapi-bridge.js'
 *   sendStatements({ actor: { account: { homePage: 'https://lms.example', name: 'u-123' } }, send: (statement) => post(statement) })
 */
const VERBS = {
  attempted: 'http://adlnet.gov/expapi/verbs/attempted',
  interacted: 'http://adlnet.gov/expapi/verbs/interacted',
  progressed: 'http://adlnet.gov/expapi/verbs/progressed',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
}

/** Listens to every element of the page. Returns what ends it. */
export function sendStatements({ actor, send, root = document }) {
  const state = (verb, element, result) =>
    send({
      actor,
      verb: { id: VERBS[verb], display: { en: verb } },
      object: {
        id: `${location.origin}${location.pathname}#${element.id || element.getAttribute('scenario')}`,
        definition: { type: 'http://adlnet.gov/expapi/activities/interaction', name: { en: element.title } },
      },
      ...(result && { result }),
      timestamp: new Date().toISOString(),
    })
  const listeners = {
    // the reader has started a run of their own; the plug went out or in; a goal was reached, perhaps the last
    'plug-phase': ({ target, detail }) => detail.phase === 'running' && state('attempted', target),
    'plug-plug': ({ target, detail }) => state('interacted', target, { response: `plug ${detail.plug}` }),
    'plug-goal': ({ target, detail }) =>
      state(detail.score === 1 ? 'completed' : 'progressed', target, {
        score: { scaled: detail.score },
        completion: detail.score === 1,
        response: detail.goal,
      }),
  }
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener)
  }
}
