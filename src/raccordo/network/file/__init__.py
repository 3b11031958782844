"""The network file: the protocol of a network as data, read with the line of every word, checked and compared.

Nothing here touches the database except `plan`; `network_check` works on a machine that has none.
"""
