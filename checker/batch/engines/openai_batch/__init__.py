"""The Batch API of a provider: requests in files, answers in files hours later, at half the price.

    submit: what is not judged -> questions -> rounds -> parts at the provider
    collect: answers -> rounds -> judgements, and new parts for what is to be asked again

A *round* asks the usual judge about every block of questions. In the place of a model stands the desk: it answers from
what has come back, and notes what has not, which then goes into the next part. So repeated questions and second
opinions are asked as anywhere else, and nothing about judging is written twice. A block is done when nothing of it
waits.
"""
