/**
 * The stories of `tell_story`, told word by word the way a language model's answer arrives. Pure data for both sides.
 */

type StoryName = 'keeper' | 'postman' | 'gardener'

type Story = { readonly name: StoryName; readonly title: string; readonly text: string }

export const STORIES: readonly Story[] = [
  {
    name: 'keeper',
    title: 'The keeper and the fog',
    text:
      'On the night of the great fog the keeper lit her lamp and began to count ships. At nine the fog swallowed the sea, and she saw nothing. ' +
      'She did not stop turning the light. Far out, a captain had written down the last flash he saw. When the fog lifted he asked only for what ' +
      'came after the ninth, and she told him every one.',
  },
  {
    name: 'postman',
    title: 'The postman who numbered everything',
    text:
      'A postman in the hills wrote a number on every letter. People laughed, until the winter the bridge fell. In spring he called across the ' +
      'river: which number did you get last? Fourteen, they shouted. So he threw them fifteen, sixteen and seventeen, in that order, and went home ' +
      'for soup.',
  },
  {
    name: 'gardener',
    title: 'The gardener and the long sleep',
    text:
      'The gardener fell asleep under the pear tree and slept through an entire summer. He woke cross, sure that he had missed it. But the bees had ' +
      'kept a diary. They read it to him slowly, flower by flower, beginning on the page where his eyes had closed, and when they reached the last ' +
      'line it was exactly now.',
  },
]

/** The story of that name, or undefined. */
export const storyNamed = (name: string): Story | undefined => STORIES.find((story) => story.name === name)

/** The words of a story in order; joined by single spaces they are its text. */
export const wordsOf = (story: Story): readonly string[] => story.text.split(' ')
