.PHONY: run test check bench
run test check bench: ; ./raccordo $@
