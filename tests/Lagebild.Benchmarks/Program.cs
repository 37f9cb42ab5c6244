using Lagebild.Benchmarks;

return args switch
{
    ["chart"] => ChartBenchmark.Run(),
    ["page"] => await PageBenchmark.RunAsync(),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["open-data"] => await OpenDataBenchmark.RunAsync(),
    [OpenDataBenchmark.Child, var format, var database, var output] => await OpenDataBenchmark.RunChildAsync(format, database, output),
    [ImportBenchmark.WarmChild, var file, var database] => await ImportBenchmark.RunWarmChildAsync(file, database),
    [ImportBenchmark.Child, var file, var database] => await ImportBenchmark.RunChildAsync(file, database),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Lagebild.Benchmarks import | chart | page | open-data");
    return 2;
}
