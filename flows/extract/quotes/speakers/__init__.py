"""Who the speaker of a quote is: the name that its phrase stands for, in the whole article."""
