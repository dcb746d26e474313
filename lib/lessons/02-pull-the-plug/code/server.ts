import { createHandler } from '../../01-one-post-many-events/code/server'

// No event store: messages get no id, and nobody keeps them.
// What is written into a dead connection is gone.
// #region session open send
export const handle = createHandler(() => ({}))
// #endregion
