"""Parts of the maker of the example case: names, rows, papers, reports and the truth about them."""
