// Nothing: the person's own hand is quick.
