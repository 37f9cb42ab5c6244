using Lagebild.Benchmarks;

return args switch
{
    ["chart"] => ChartBenchmark.Run(),
    ["page"] => await PageBenchmark.RunAsync(),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["open-data"] => await OpenDataBenchmark.RunAsync(),
    ["rows"] => await RowsBenchmark.RunAsync(),
    ["connections"] => await ConnectionsBenchmark.RunAsync(),
    [OpenDataBenchmark.Child, var format, var database, var output] => await OpenDataBenchmark.RunChildAsync(format, database, output),
    [ImportBenchmark.WarmChild, var file, var database] => await ImportBenchmark.RunWarmChildAsync(file, database),
    [ImportBenchmark.More, var file, var database] => await ImportBenchmark.RunMoreAsync(file, database),
    [ImportBenchmark.Child, var file, var database] => await ImportBenchmark.RunChildAsync(file, database),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Lagebild.Benchmarks import | chart | page | open-data | rows | connections");
    return 2;
}
