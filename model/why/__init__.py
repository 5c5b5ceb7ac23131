"""Why a network answers one digit and not another: exact sums, runs that measure, training digits beside."""
