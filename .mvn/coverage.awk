# From JaCoCo's CSV to a table of the modules, in the order of the data.
BEGIN { FS = "," }
NR > 1 {
    sub(/.*qorpus-/, "", $1)
    for (i = 6; i <= 9; i++) { count[$1, i] += $i; count["all", i] += $i }
}
function share(module, missed) {
    total = count[module, missed] + count[module, missed + 1]
    return total == 0 ? "-" : sprintf("%.1f %%", 100 * count[module, missed + 1] / total)
}
END {
    printf "%-10s%10s%10s\n", "coverage", "lines", "branches"
    split("models indexer search web all", modules, " ")
    for (i = 1; i <= 5; i++) printf "%-10s%10s%10s\n", modules[i], share(modules[i], 8), share(modules[i], 6)
}
